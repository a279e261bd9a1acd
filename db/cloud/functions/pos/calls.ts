// Calls the functions of pos_api and turns their errors into answers. Each call is one statement and one transaction of its own, with
// nothing prepared and nothing set for the session: a pooler may give every statement another connection.
import postgres from "postgres";
import { BusyError, Gate } from "./limits.ts";

const CONNECTIONS_MAX = 4;
const WAIT_MILLIS = 5_000;
const RETRY_SECONDS = 5;
/** Two transactions stood in each other's way: nothing was written, and the next try will do. */
const TRIES = 3;

/** What goes back to a lane: an empty body where the status says it all, 0 seconds where it is not said when to come again. */
export interface Answer {
    status: number;
    body: string;
    retryAfterSeconds: number;
}

export function refused(status: number, why: string): Answer {
    return { status, body: JSON.stringify({ error: why }), retryAfterSeconds: 0 };
}

export function later(status: number, why: string, seconds: number): Answer {
    return { ...refused(status, why), retryAfterSeconds: seconds };
}

/** Connections to the database, opened when they are needed. */
export function connect(url: string, authority: string): postgres.Sql {
    if (!/^postgres(ql)?:\/\//.test(url)) {
        throw new Error("POS_DATABASE_URL is postgres://user:password@host:port/database");
    }
    const { hostname, searchParams } = new URL(url);
    const mode = searchParams.get("sslmode");
    const local = hostname === "127.0.0.1" || hostname === "localhost";
    return postgres(url, {
        ssl: authority !== "" ? { ca: authority } : mode === "require" ? "require" : local ? false : "verify-full",
        max: CONNECTIONS_MAX,
        prepare: false,
        fetch_types: false,
        connect_timeout: 10,
        idle_timeout: 20,
        max_lifetime: 30 * 60,
        connection: { application_name: "cloud-edge" },
        onnotice: () => {},
        ...NOT_FROM_ENVIRONMENT,
    });
}

/** The rest of what the driver would else look for in variables of the environment, as it is without them. */
const NOT_FROM_ENVIRONMENT = {
    sslnegotiation: null,
    max_pipeline: 100,
    backoff: () => 0.5,
    keep_alive: 60,
    debug: false,
    publications: "alltables",
    target_session_attrs: "read-write",
} as const;

/** The functions of the database. A batch and a page go as texts, so that nothing but PostgreSQL ever reads their JSON. */
export class Calls {
    readonly #gate = new Gate(CONNECTIONS_MAX, WAIT_MILLIS);

    constructor(private readonly sql: postgres.Sql) {}

    ingest(token: string, batch: string): Promise<Answer> {
        return this.#call("SELECT pos_api.ingest($1::text, $2::text::jsonb)::text AS answer", [token, batch]);
    }

    enrol(form: string): Promise<Answer> {
        return this.#call(
            `SELECT pos_api.enrol(o ->> 'code', o ->> 'node', o ->> 'label')::text AS answer
       FROM (SELECT CASE WHEN jsonb_typeof(r.o) = 'object' THEN r.o ELSE '{}' END AS o FROM (SELECT $1::text::jsonb AS o) r) x`,
            [form],
        );
    }

    /** heads is what the lane tells of its own logs, waits for how many seconds its oldest event waits; both may be empty. */
    pullChanges(token: string, cursor: string, page: string, heads: string, waits: string): Promise<Answer> {
        return this.#call(
            "SELECT pos_api.pull_changes($1::text, $2::text, $3::text::int, $4::text, $5::text)::text AS answer",
            [token, cursor, page, heads, waits],
        );
    }

    pullProducts(token: string, since: string, page: string): Promise<Answer> {
        return this.#call("SELECT pos_api.pull_products($1::text, $2::text, $3::text::int)::text AS answer", [
            token,
            since,
            page,
        ]);
    }

    positions(token: string, origin: string, epoch: string): Promise<Answer> {
        return this.#call("SELECT pos_api.positions($1::text, $2::text, $3::text)::text AS answer", [
            token,
            origin,
            epoch,
        ]);
    }

    digests(token: string, day: string): Promise<Answer> {
        return this.#call("SELECT pos_api.digests($1::text, $2::text::date)::text AS answer", [token, day]);
    }

    health(): Promise<Answer> {
        return this.#call("SELECT jsonb_build_object('database', 'fine')::text AS answer", []);
    }

    async #call(statement: string, values: string[]): Promise<Answer> {
        for (let attempt = 1;; attempt++) {
            try {
                const rows = await this.#gate.through(() => this.sql.unsafe(statement, values, { prepare: false }));
                const body: string | null = rows[0]?.answer ?? null;
                return body === null
                    ? { status: 304, body: "", retryAfterSeconds: 0 }
                    : { status: 200, body, retryAfterSeconds: 0 };
            } catch (failed) {
                if (!(attempt < TRIES && state(failed).startsWith("40"))) {
                    return answer(failed);
                }
            }
        }
    }
}

function state(failed: unknown): string {
    return failed instanceof postgres.PostgresError ? failed.code : "";
}

function answer(failed: unknown): Answer {
    if (failed instanceof BusyError) {
        return later(503, "The cloud is busy.", RETRY_SECONDS);
    }
    const code = state(failed);
    if (code.startsWith("PT")) {
        return refused(Number(code.substring(2)), (failed as Error).message);
    }
    if (code.startsWith("22") || code === "54001") {
        return refused(400, "The request is no JSON, or a value in it has another form.");
    }
    // Not the message: it can hold what was sent.
    console.warn(`The cloud's database failed with ${code === "" ? "no answer" : "SQLSTATE " + code}`);
    return later(500, "The cloud has trouble of its own.", RETRY_SECONDS);
}

// The contract over HTTP: reads a request, calls the function of the database, writes its answer.
import { Answer, Calls, later, refused } from "./calls.ts";
import { drain, NotTextError, response, text, TooLargeError } from "./bodies.ts";
import { Lately, RateLimit } from "./limits.ts";

const WAIT_MAX_SECONDS = 25;
/** Through a pooler of transactions nobody can listen, so whoever waits for a change is looked for again and again. */
const LOOK_MILLIS = 2_000;
const WAITERS_MAX = 200;
/** Of one lane: the request that waits, and some whose line broke and that nobody knows of yet. */
const LANE_WAITERS_MAX = 4;
const TOKEN_MAX = 200;

/** Which method a path has. The three names of the first plan take what "batch" takes. */
const METHODS: ReadonlyMap<string, string> = new Map([
    ["/ingest/batch", "POST"],
    ["/ingest/transaction", "POST"],
    ["/ingest/inventory", "POST"],
    ["/ingest/employee", "POST"],
    ["/enrol", "POST"],
    ["/pull/changes", "GET"],
    ["/pull/products", "GET"],
    ["/positions", "GET"],
    ["/digests", "GET"],
    ["/health", "GET"],
]);

export class Door {
    /** By address: who shows what nobody knows, may soon show nothing. */
    readonly #strangers = new RateLimit(20, 6_000);
    /** By token. */
    readonly #lanes = new RateLimit(120, 50);
    /** Tokens that were good a moment ago: no stranger at the same address slows them down. */
    readonly #known = new Lately();
    #waiters = 0;
    /** By token. */
    readonly #waiting = new Map<string, number>();

    constructor(private readonly calls: Calls) {}

    /** Answers; an address that is not known (empty) is not slowed down. */
    async answer(request: Request, address: string): Promise<Response> {
        const headers = new Headers();
        const answer = await this.#answer(request, address, headers);
        if (answer.retryAfterSeconds > 0) {
            headers.set("Retry-After", String(answer.retryAfterSeconds));
        }
        return response(request, answer.status, answer.body, headers);
    }

    async #answer(request: Request, address: string, headers: Headers): Promise<Answer> {
        const url = new URL(request.url);
        // A platform puts the function's name in front, and some the path of all functions, too.
        const path = url.pathname.replace(/^(\/functions\/v1)?\/pos(?=\/)/, "");
        const method = METHODS.get(path);
        if (method === undefined) {
            return refused(404, "There is nothing here.");
        }
        if (method !== request.method) {
            headers.set("Allow", method);
            return refused(405, `Only ${method}.`);
        }
        if (path === "/health") {
            return this.calls.health();
        }
        const token = bearer(request);
        const wait = address === "" || this.#known.has(token) ? 0 : this.#strangers.look(address);
        if (wait > 0) {
            await drain(request);
            return later(429, "Too many wrong tokens or codes.", wait);
        }
        let body = "";
        try {
            body = method === "POST" ? await text(request) : "";
        } catch (unreadable) {
            if (unreadable instanceof TooLargeError) {
                await drain(request);
                return refused(413, "At most 512 KiB, unpacked.");
            }
            if (unreadable instanceof NotTextError) {
                return refused(400, "The body can't be read.");
            }
            throw unreadable;
        }
        const answer = path === "/enrol"
            ? await this.calls.enrol(body)
            : await this.#toLane(token, body, path, url.searchParams, request.signal);
        if (answer.status === 401 && address !== "") {
            this.#strangers.take(address);
        }
        return answer;
    }

    /** The answer to whoever shows a token. */
    async #toLane(
        token: string,
        body: string,
        path: string,
        query: URLSearchParams,
        gone: AbortSignal,
    ): Promise<Answer> {
        if (token === "") {
            return refused(401, "A lane shows its token.");
        }
        const wait = this.#lanes.take(token);
        if (wait > 0) {
            return later(429, "Too many requests.", wait);
        }
        const answer = await this.#ask(token, body, path, query, gone);
        if (answer.status === 200 || answer.status === 304) {
            this.#known.add(token);
        } else if (answer.status === 401 || answer.status === 403) {
            this.#known.remove(token);
        }
        return answer;
    }

    #ask(token: string, body: string, path: string, query: URLSearchParams, gone: AbortSignal): Promise<Answer> {
        const page = query.get("limit") ?? "500";
        const value = (name: string) => query.get(name) ?? "";
        switch (path) {
            case "/pull/changes":
                return this.#changes(
                    token,
                    () => this.calls.pullChanges(token, value("cursor"), page, value("heads"), value("waits")),
                    patience(value("wait")),
                    gone,
                );
            case "/pull/products":
                return this.calls.pullProducts(token, value("since"), page);
            case "/positions":
                return this.calls.positions(token, value("origin"), value("epoch"));
            case "/digests":
                return this.calls.digests(token, value("from"));
            default:
                return this.calls.ingest(token, body);
        }
    }

    /** What is new; where nothing is and the lane waits for it, it is looked again until something is or its patience ends. */
    async #changes(token: string, look: () => Promise<Answer>, millis: number, gone: AbortSignal): Promise<Answer> {
        let answer = await look();
        const mine = this.#waiting.get(token) ?? 0;
        if (answer.status !== 304 || millis === 0 || this.#waiters >= WAITERS_MAX || mine >= LANE_WAITERS_MAX) {
            return answer;
        }
        this.#waiters++;
        this.#waiting.set(token, mine + 1);
        try {
            for (let left = millis; answer.status === 304 && left > 0 && !gone.aborted; left -= LOOK_MILLIS) {
                await new Promise((wake) => setTimeout(wake, Math.min(left, LOOK_MILLIS)));
                answer = await look();
            }
        } finally {
            this.#waiters--;
            this.#leave(token);
        }
        return answer;
    }

    #leave(token: string): void {
        const left = (this.#waiting.get(token) ?? 1) - 1;
        if (left > 0) {
            this.#waiting.set(token, left);
        } else {
            this.#waiting.delete(token);
        }
    }
}

function bearer(request: Request): string {
    const header = request.headers.get("Authorization") ?? "";
    return header.startsWith("Bearer ") && header.length <= TOKEN_MAX ? header.substring("Bearer ".length) : "";
}

function patience(seconds: string): number {
    return /^[0-9]{1,4}$/.test(seconds) ? Math.min(Number(seconds), WAIT_MAX_SECONDS) * 1000 : 0;
}

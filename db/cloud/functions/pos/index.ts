// The cloud's door as an edge function: the same contract as the Java gateway's, over the same functions of the database.
//
// Settings, all from the environment:
//   POS_DATABASE_URL    postgres://pos_edge:PASSWORD@HOST:PORT/DATABASE, through a pooler of transactions or not
//   POS_DATABASE_CA     the certificate (PEM) of who signed the database's; without it one of the usual ones has to have
//   POS_ADDRESS_HEADER  the header in which the platform says where a request comes from; without it, the connection's
import { Calls, connect } from "./calls.ts";
import { Door } from "./door.ts";

const header = Deno.env.get("POS_ADDRESS_HEADER") ?? "";
const calls = new Calls(connect(Deno.env.get("POS_DATABASE_URL") ?? "", Deno.env.get("POS_DATABASE_CA") ?? ""));
const door = new Door(calls);

Deno.serve((request, info) => {
    const address = header === "" ? hostname(info) : request.headers.get(header) ?? "";
    return door.answer(request, address);
});

function hostname(info: Deno.ServeHandlerInfo): string {
    // A platform may pass nothing: then nobody is slowed down for where they are.
    const address = info?.remoteAddr;
    return address !== undefined && "hostname" in address ? address.hostname : "";
}

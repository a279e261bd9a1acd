// Reads what a lane sends, never more than it may send, and before anybody looks into it.

/** A batch of 256 KiB of payload, as text within JSON and with its envelopes. */
const BYTES_MAX = 512 << 10;
const DRAIN_MAX = 4 << 20;
const PACK_FROM_BYTES = 1024;

/** More than a lane may send, packed or not. */
export class TooLargeError extends Error {}

/** What can't be read as a text. */
export class NotTextError extends Error {}

type Bytes = Uint8Array<ArrayBuffer>;

/** The text of a request's body. */
export async function text(request: Request): Promise<string> {
    if (Number(request.headers.get("Content-Length") ?? "0") > BYTES_MAX) {
        throw new TooLargeError();
    }
    let bytes = await atMost(request.body);
    if ((request.headers.get("Content-Encoding") ?? "").toLowerCase() === "gzip") {
        const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
        try {
            bytes = await atMost(unpacked);
        } catch (damaged) {
            throw damaged instanceof TooLargeError ? damaged : new NotTextError();
        }
    }
    try {
        return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
        throw new NotTextError();
    }
}

async function atMost(stream: ReadableStream<Bytes> | null): Promise<Bytes> {
    const chunks: Bytes[] = [];
    let length = 0;
    const reader = stream?.getReader();
    try {
        for (let next = await reader?.read(); next !== undefined && !next.done; next = await reader?.read()) {
            length += next.value.length;
            if (length > BYTES_MAX) {
                throw new TooLargeError();
            }
            chunks.push(next.value);
        }
    } finally {
        reader?.releaseLock();
    }
    const all = new Uint8Array(length);
    let at = 0;
    for (const chunk of chunks) {
        all.set(chunk, at);
        at += chunk.length;
    }
    return all;
}

/** Lets a lane finish what it sends, within bounds, so that it hears the answer instead of a broken line. */
export async function drain(request: Request): Promise<void> {
    const reader = request.body?.getReader();
    let left = DRAIN_MAX;
    try {
        for (let next = await reader?.read(); next !== undefined && !next.done; next = await reader?.read()) {
            left -= next.value.length;
            if (left <= 0) {
                break;
            }
        }
    } catch {
        // Who does not finish hears nothing.
    } finally {
        reader?.releaseLock();
    }
}

/** The answer as it goes out: a long one is packed for who can read that. */
export async function response(request: Request, status: number, body: string, headers: Headers): Promise<Response> {
    if (body === "") {
        return new Response(null, { status, headers });
    }
    headers.set("Content-Type", "application/json");
    const plain = new TextEncoder().encode(body);
    if (plain.length < PACK_FROM_BYTES || !(request.headers.get("Accept-Encoding") ?? "").includes("gzip")) {
        return new Response(plain, { status, headers });
    }
    headers.set("Content-Encoding", "gzip");
    const packed = new Blob([plain]).stream().pipeThrough(new CompressionStream("gzip"));
    return new Response(await new Response(packed).arrayBuffer(), { status, headers });
}

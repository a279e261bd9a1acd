// How much and how often: the counts are this process's own, and a platform may run many of them.

const NAMES_MAX = 10_000;

interface Bucket {
    used: number;
    since: number;
}

/** A bucket of permits for each name, filled again at a steady pace. Of too many names the one that came longest ago is forgotten. */
export class RateLimit {
    readonly #buckets = new Map<string, Bucket>();

    constructor(
        private readonly permits: number,
        private readonly millisEach: number,
        private readonly now: () => number = Date.now,
    ) {}

    /** Takes a permit; 0, or the seconds until there is one. */
    take(name: string): number {
        const bucket = this.#bucket(name);
        if (bucket.used >= this.permits) {
            return this.#seconds(bucket);
        }
        this.#buckets.delete(name);
        this.#buckets.set(name, { used: bucket.used + 1, since: bucket.since });
        forgetOldest(this.#buckets);
        return 0;
    }

    /** 0, or the seconds until there is a permit; takes none. */
    look(name: string): number {
        const bucket = this.#bucket(name);
        return bucket.used >= this.permits ? this.#seconds(bucket) : 0;
    }

    #bucket(name: string): Bucket {
        const now = this.now();
        const bucket = this.#buckets.get(name) ?? { used: 0, since: now };
        const filled = Math.floor(Math.max(0, now - bucket.since) / this.millisEach);
        return filled >= bucket.used
            ? { used: 0, since: now }
            : { used: bucket.used - filled, since: bucket.since + filled * this.millisEach };
    }

    #seconds(bucket: Bucket): number {
        const wait = bucket.since + this.millisEach - this.now();
        return Math.max(1, Math.min(3600, Math.ceil(wait / 1000)));
    }
}

/** Names that came lately, not more than some. */
export class Lately {
    readonly #names = new Map<string, true>();

    add(name: string): void {
        this.#names.delete(name);
        this.#names.set(name, true);
        forgetOldest(this.#names);
    }

    remove(name: string): void {
        this.#names.delete(name);
    }

    has(name: string): boolean {
        return this.#names.has(name);
    }
}

function forgetOldest(names: Map<string, unknown>): void {
    const oldest = names.keys().next();
    if (names.size > NAMES_MAX && !oldest.done) {
        names.delete(oldest.value);
    }
}

/** All are in use, for longer than a lane should wait. */
export class BusyError extends Error {}

/** Lets so many at once through, in order. */
export class Gate {
    #free: number;
    readonly #waiting: Array<() => void> = [];

    constructor(most: number, private readonly patienceMillis: number) {
        this.#free = most;
    }

    async through<T>(work: () => Promise<T>): Promise<T> {
        await this.#enter();
        try {
            return await work();
        } finally {
            this.#leave();
        }
    }

    #enter(): Promise<void> {
        if (this.#free > 0) {
            this.#free--;
            return Promise.resolve();
        }
        return new Promise((enter, refuse) => {
            const called = () => {
                clearTimeout(timer);
                enter();
            };
            const timer = setTimeout(() => {
                this.#waiting.splice(this.#waiting.indexOf(called), 1);
                refuse(new BusyError());
            }, this.patienceMillis);
            this.#waiting.push(called);
        });
    }

    #leave(): void {
        const next = this.#waiting.shift();
        if (next === undefined) {
            this.#free++;
        } else {
            next();
        }
    }
}

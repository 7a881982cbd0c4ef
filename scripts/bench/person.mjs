/** A person who is signed in over HTTP with cookies, as in a browser. */
export class Person {
  #cookies = new Map();

  constructor(origin) {
    this.origin = origin;
  }

  static async signIn(origin, { email, password }) {
    const person = new Person(origin);
    const { csrfToken } = await (await person.fetch("/api/auth/csrf")).json();
    const form = new URLSearchParams({ csrfToken, email, password, json: "true" });
    const answer = await person.fetch("/api/auth/callback/credentials", {
      method: "POST",
      body: form,
    });
    await answer.arrayBuffer();
    if (!answer.ok) throw new Error(`${email} could not sign in: ${answer.status}`);
    return person;
  }

  async fetch(path, options = {}) {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const answer = await fetch(`${this.origin}${path}`, {
      redirect: "manual",
      ...options,
      headers: { cookie, origin: this.origin, ...options.headers },
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line);
      this.#cookies.set(name, value);
    }
    return answer;
  }

  /** Reads a page or a file to its end and returns its size in bytes; throws when it is not there. */
  async read(path) {
    const answer = await this.fetch(path);
    const { byteLength } = await answer.arrayBuffer();
    if (answer.status !== 200) throw new Error(`${path} answers ${answer.status}`);
    return byteLength;
  }

  /** Saves edits of a record as the editor does; throws when they are refused. */
  async save(recordId, edits) {
    const answer = await this.fetch(`/api/office/records/${recordId}/changes`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ key: crypto.randomUUID(), version: null, changes: edits }),
    });
    const result = await answer.json();
    if (!result.ok || result.value.conflicts.length > 0) {
      throw new Error(`Not saved: ${JSON.stringify(result).slice(0, 500)}`);
    }
  }
}

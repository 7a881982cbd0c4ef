// Loaded before the server: records every statement sent to PostgreSQL while the parent process asks for it.
import pg from "pg";

let statements = null;

const { query } = pg.Client.prototype;
pg.Client.prototype.query = function recorded(first, second, ...rest) {
  const text = typeof first === "string" ? first : first?.text;
  const values = first?.values ?? (Array.isArray(second) ? second : []);
  if (text) statements?.push({ text, values: values.map(toPlain) });
  return query.call(this, first, second, ...rest);
};

process.on("message", (message) => {
  if (message === "record") {
    statements = [];
    process.send("recording");
  } else if (message === "tell") {
    process.send({ statements });
    statements = null;
  }
});

/** Returns a value that JSON can hold: an instant becomes the text that PostgreSQL reads. */
function toPlain(value) {
  return value instanceof Date ? value.toISOString() : value;
}

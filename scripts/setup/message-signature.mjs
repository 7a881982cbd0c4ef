import { parse, TYPE } from "@formatjs/icu-messageformat-parser";

/**
 * Returns what a message takes, each as the shortest message that takes the same: "{name}", "{count, number}",
 * "<link></link>". Throws for text that is not a message.
 *
 * @param {string} text
 * @returns {string[]}
 */
export function signatureOf(text) {
  const taken = new Map();
  const read = (elements) => {
    for (const { type, value, children = [], options = {} } of elements) {
      if (type === TYPE.tag) taken.set(value, `<${value}></${value}>`);
      else if (type === TYPE.number || type === TYPE.plural) taken.set(value, `{${value}, number}`);
      else if (type === TYPE.date || type === TYPE.time) taken.set(value, `{${value}, date}`);
      else if (type === TYPE.argument || type === TYPE.select)
        taken.set(value, taken.get(value) ?? `{${value}}`);
      read(children);
      for (const option of Object.values(options)) read(option.value);
    }
  };
  read(parse(text));
  return [...taken.values()].sort();
}

import "server-only";
import type { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { database } from "@/lib/db/client";
import { refuse } from "@/lib/domain/result/result";
import type { ErrorKey } from "@/lib/domain/values/field-error";

/**
 * Minimum guesses as a power of ten: for the whole password, for the same without separators between words, and for
 * what remains without the person's own words.
 */
const fewest = { whole: 10, joined: 7, rest: 8 };

/** Words of this product and of its network. */
const productWords =
  "asean ascn smart city cities network action plan plans tracker project office".split(" ");

/** Long passwords that are in every list of guesses, because they were printed as examples. */
const famous = [
  "correct horse battery staple",
  "the quick brown fox jumps over the lazy dog",
  "to be or not to be that is the question",
  "may the force be with you",
].flatMap((phrase) => [phrase, phrase.replaceAll(" ", ""), phrase.replaceAll(" ", "-")]);

/**
 * Refuses `invalid` for a `password` that is easy to guess whatever its length: one from lists of common passwords,
 * with repetitions or keyboard rows, or made of the person's name, address, city or country or the product's name.
 */
export async function refuseWeakPassword(personId: string, password: string): Promise<void> {
  const key = whyWeak(await getPasswordChecker(), password, await personalWordsOf(personId));
  if (key) refuse({ code: "invalid", fields: { password: [{ key }] } });
}

/** Returns a key of messages `errors`, or null for a password that is hard to guess. */
function whyWeak(zxcvbn: ZxcvbnFactory, password: string, own: string[]): ErrorKey | null {
  const { guessesLog10, sequence } = zxcvbn.check(password, own);
  const byLength = own.toSorted((a, b) => b.length - a.length);
  const small = password.toLowerCase();
  const rest = byLength.reduce((left, word) => left.replaceAll(word, " "), small);
  const joined = password.replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, "");
  const isWeak =
    guessesLog10 < fewest.whole || zxcvbn.check(joined, own).guessesLog10 < fewest.joined;
  const isOfOwn = rest !== small && zxcvbn.check(rest.trim()).guessesLog10 < fewest.rest;
  if (isOfOwn) return "password_own";
  if (!isWeak) return null;
  const isOfWords = sequence.some(({ pattern }) => pattern === "dictionary");
  return isOfWords ? "password_common" : "password_simple";
}

/** Returns the person's own words whole and in parts, in lower case, of three letters or more. */
async function personalWordsOf(personId: string): Promise<string[]> {
  const place = { select: { name: true } };
  const { name, email, grants } = await database().person.findUniqueOrThrow({
    where: { id: personId },
    select: {
      name: true,
      email: true,
      grants: {
        select: {
          city: { select: { name: true, localName: true, slug: true, country: place } },
          country: place,
        },
      },
    },
  });
  const whole = [
    name,
    email,
    ...grants.flatMap(({ city, country }) => [
      city?.name,
      city?.localName,
      city?.slug,
      city?.country.name,
      country?.name,
    ]),
  ].flatMap((text) => text?.toLowerCase() ?? []);
  const words = [
    ...whole,
    ...whole.flatMap((text) => text.split(/[^\p{L}\p{M}\p{N}]+/u)),
    ...productWords,
  ];
  return [...new Set(words)].filter((word) => word.length >= 3);
}

let passwordChecker: Promise<ZxcvbnFactory> | undefined;

/** Created when the first password is set, because its dictionaries take tens of megabytes of memory. */
function getPasswordChecker() {
  passwordChecker ??= loadPasswordChecker();
  return passwordChecker;
}

async function loadPasswordChecker() {
  const [{ ZxcvbnFactory }, common, english] = await Promise.all([
    import("@zxcvbn-ts/core"),
    import("@zxcvbn-ts/language-common"),
    import("@zxcvbn-ts/language-en"),
  ]);
  return new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...english.dictionary, famous },
    graphs: common.adjacencyGraphs,
    // Longer input would take too long to judge.
    maxLength: 64,
    l33tMaxSubstitutions: 10,
  });
}

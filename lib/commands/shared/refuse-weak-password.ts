import "server-only";
import type { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { database } from "@/lib/db/client";
import { refuse } from "@/lib/domain/result/result";
import type { ErrorKey } from "@/lib/domain/values/field-error";

/**
 * Tries that a guesser needs, as a power of ten: for the whole, for the same without what stands between its words, and
 * for what is left without one's own words.
 */
const fewest = { whole: 10, joined: 7, rest: 8 };

/** The words of this product and of the network that it is for. */
const ofTheProduct =
  "asean ascn smart city cities network action plan plans tracker project office".split(" ");

/** Long, and in every list of guesses since they were printed as examples. */
const famous = [
  "correct horse battery staple",
  "the quick brown fox jumps over the lazy dog",
  "to be or not to be that is the question",
  "may the force be with you",
].flatMap((phrase) => [phrase, phrase.replaceAll(" ", ""), phrase.replaceAll(" ", "-")]);

/**
 * Refuses `invalid` for `password` what is guessed early however long it is: what is in the lists that guessers use,
 * what repeats or follows a keyboard, and what is made of the person's name, address, city or country or the product's.
 */
export async function refuseWeakPassword(personId: string, password: string): Promise<void> {
  const key = whyWeak(await judge(), password, await ownWordsOf(personId));
  if (key) refuse({ code: "invalid", fields: { password: [{ key }] } });
}

/** A key of messages `errors`, or null for a password that is not guessed early. */
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

/** Whole and in their parts, in small letters, each of three letters or more. */
async function ownWordsOf(personId: string): Promise<string[]> {
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
    ...ofTheProduct,
  ];
  return [...new Set(words)].filter((word) => word.length >= 3);
}

let judging: Promise<ZxcvbnFactory> | undefined;

/** Made when the first password is chosen: its dictionaries are tens of megabytes in memory. */
function judge() {
  judging ??= makeJudge();
  return judging;
}

async function makeJudge() {
  const [{ ZxcvbnFactory }, common, english] = await Promise.all([
    import("@zxcvbn-ts/core"),
    import("@zxcvbn-ts/language-common"),
    import("@zxcvbn-ts/language-en"),
  ]);
  return new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...english.dictionary, famous },
    graphs: common.adjacencyGraphs,
    // Nobody waits for the judgement of a password that was made to take long.
    maxLength: 64,
    l33tMaxSubstitutions: 10,
  });
}

import { type LearnedWords, spamChance, wordsToLearn } from "./bayes.ts";
import type { Verdict } from "./comment-limits.ts";
import { verdictFrom } from "./verdict.ts";
import { adWords, commonWords, shorteners } from "./judgement-words.ts";

/** What is known of a comment when it is judged. */
export type CommentEvidence = {
  name: string;
  body: string;
  /** The field that people don't see, as it came. */
  trap: string;
  /** How long the form was open; null when nobody can tell. */
  secondsOnForm: number | null;
  /** How often the same text came lately. */
  timesSeenBefore: number;
  commentsFromNetworkLately: number;
  /** Who proved an address and has a comment on the site. */
  isTrusted: boolean;
};

export type RuleName =
  | "trap"
  | "speed"
  | "links"
  | "words"
  | "repeated"
  | "network"
  | "language"
  | "oddities"
  | "learned";

/** What one rule found, for the organiser who judges. */
export type Reason = { rule: RuleName; weight: number; evidence: string };

export type Judgement = { verdict: Verdict; score: number; reasons: Reason[] };

const TRAP_WEIGHT = 10;
const EVIDENCE_MAX = 80;

type Found = { weight: number; evidence: string } | null;

/**
 * Judges a comment by rules, each with a weight and what it saw. Six is spam, two is for an organiser to look at. Of
 * somebody who is trusted no text is spam, only what a robot filled in. One pass over the text for each rule.
 */
export function judgeComment(comment: CommentEvidence, learned: LearnedWords): Judgement {
  const found: Record<RuleName, Found> = {
    trap: comment.trap === "" ? null : { weight: TRAP_WEIGHT, evidence: comment.trap },
    speed: speed(comment),
    links: links(comment),
    words: words(comment),
    repeated: repeated(comment),
    network: network(comment),
    language: language(comment),
    oddities: oddities(comment),
    learned: fromLearning(comment, learned),
  };
  const reasons = Object.entries(found).flatMap(([rule, one]) =>
    one === null ? [] : [{ rule: rule as RuleName, weight: one.weight, evidence: short(one.evidence) }],
  );
  const score = reasons.reduce((sum, { weight }) => sum + weight, 0);
  const isSpam = comment.trap !== "" || (score >= verdictFrom.spam && !comment.isTrusted);
  return { verdict: isSpam ? "spam" : score >= verdictFrom.doubtful ? "doubtful" : "clear", score, reasons };
}

/** A text as it is recognised by when it comes again: without case, accents, digits and what is no letter. */
export function textFingerprint(body: string): string {
  return body
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[^\p{L}]+/gu, " ")
    .trim();
}

// Shown to organisers: nothing that breaks a line, turns text around or rings a bell.
const short = (text: string) =>
  Array.from(text.replaceAll(/[\s\p{Cc}\p{Cf}]+/gu, " ").trim())
    .slice(0, EVIDENCE_MAX)
    .join("");

// Wide letters are letters too.
const wordsOf = (text: string) =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

function speed({ secondsOnForm }: CommentEvidence): Found {
  if (secondsOnForm === null || secondsOnForm >= 3) return null;
  return { weight: 3, evidence: `${Math.max(0, Math.floor(secondsOnForm))} s` };
}

// Written out, or a bare name under one of the endings that one meets.
const LINK =
  /(?:https?:\/\/|\bwww\.)[^\s<>"')\]]+|(?<![\p{L}\p{N}@.-])[a-z0-9-]{2,63}\.(?:com|net|org|nl|be|eu|ru|info|shop|xyz|biz|online|site|top|io)\b/giu;

function links({ name, body }: CommentEvidence): Found {
  const hosts = [...body.matchAll(LINK)].map(([link]) => hostOf(link));
  const inName = /https?:|www\./iu.test(name)
    ? 5
    : /\.(?:com|net|nl|ru|xyz|shop|info)\b/iu.test(name)
      ? 2
      : 0;
  if (hosts.length === 0 && inName === 0) return null;
  const rest = wordsOf(body.replaceAll(LINK, " ")).length;
  const weight =
    Math.min(hosts.length, 4) +
    (hosts.length > 0 && rest < 5 ? 2 : 0) +
    (hosts.some((host) => shorteners.has(host)) ? 2 : 0) +
    inName;
  return { weight, evidence: inName > 0 ? name : [...new Set(hosts)].join(", ") };
}

const hostOf = (link: string) =>
  link
    .toLowerCase()
    .replace(/^https?:\/\//u, "")
    .replace(/^www\./u, "")
    .replace(/[/?#:].*$/u, "");

function words({ name, body }: CommentEvidence): Found {
  const hits = [...new Set(wordsOf(`${name} ${body}`))].filter((word) => adWords.has(word));
  return hits.length === 0 ? null : { weight: Math.min(2 * hits.length, 6), evidence: hits.join(", ") };
}

// "Mooi stuk" is written by many.
const OWN_WORDS_FROM = 6;

function repeated({ body, timesSeenBefore: times }: CommentEvidence): Found {
  return times === 0 || wordsOf(body).length < OWN_WORDS_FROM
    ? null
    : { weight: times < 3 ? 2 : 5, evidence: `${times} keer eerder` };
}

function network({ commentsFromNetworkLately: count }: CommentEvidence): Found {
  return count < 6 ? null : { weight: 1, evidence: `${count} in een uur` };
}

const LETTERS_MIN = 40;
const WORDS_MIN = 12;
// Of ordinary Dutch or English well over a quarter; of its neighbours, which share some, less than this.
const COMMON_SHARE = 0.18;

function language({ body }: CommentEvidence): Found {
  const text = body.replaceAll(LINK, " ");
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (letters >= LETTERS_MIN && latin * 2 < letters)
    return { weight: 4, evidence: "vooral een ander schrift" };
  const all = wordsOf(text);
  const common = all.filter((word) => commonWords.has(word)).length;
  if (all.length < WORDS_MIN || common >= all.length * COMMON_SHARE) return null;
  return { weight: 2, evidence: "geen Nederlands of Engels" };
}

// Letters of two alphabets side by side in one word.
const MIXED =
  /\p{Script=Latin}[\p{Script=Cyrillic}\p{Script=Greek}]|[\p{Script=Cyrillic}\p{Script=Greek}]\p{Script=Latin}/u;
const WORD_MAX = 20;

/** The word around a place, cut where it goes on too long. */
function wordAround(text: string, index: number): string {
  const before = /[\p{L}\p{M}]*$/u.exec(text.slice(Math.max(0, index - WORD_MAX), index))?.[0] ?? "";
  const after = /^[\p{L}\p{M}]*/u.exec(text.slice(index, index + WORD_MAX))?.[0] ?? "";
  return before + after;
}

// A joiner between emoji is part of them, also after a skin colour.
const UNSEEN =
  /(?<!\p{Extended_Pictographic}|\uFE0F|[\u{1F3FB}-\u{1F3FF}])(?:\u200B|\u200C|\u200D|\u2060|\uFEFF)/u;

function oddities({ name, body }: CommentEvidence): Found {
  const text = `${name}\n${body}`;
  const mixed = MIXED.exec(text);
  if (mixed !== null) return { weight: 3, evidence: wordAround(text, mixed.index) };
  if (UNSEEN.test(body)) return { weight: 2, evidence: "onzichtbare tekens" };
  const capitals = body.match(/\p{Lu}/gu)?.length ?? 0;
  const isShouted = capitals >= 30 && capitals * 2 > (body.match(/\p{L}/gu)?.length ?? 0);
  return isShouted ? { weight: 1, evidence: "vooral hoofdletters" } : null;
}

function fromLearning({ body, name }: CommentEvidence, learned: LearnedWords): Found {
  const chance = spamChance(wordsToLearn(body, name), learned);
  if (chance === null || chance < 0.9) return null;
  return { weight: chance >= 0.99 ? 4 : 2, evidence: `${Math.floor(chance * 100)} %` };
}

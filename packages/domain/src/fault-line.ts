export type Fault = { requestId: string; method: string; path: string; error: unknown };

/**
 * One line of JSON for the log about a fault nobody expected: never a secret from an address, nor what people typed. An
 * address can hold anything, so nothing in the line is more than a letter to whatever shows it.
 */
export function faultLine({ error, path, ...request }: Fault): string {
  const causes: string[] = [];
  for (let cause = error; cause instanceof Error; cause = cause.cause)
    causes.push(cause.stack ?? cause.message);
  const line = JSON.stringify({
    level: "error",
    ...request,
    path: withoutToken(path),
    causes: causes.map(withoutValues),
  });
  return line.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, escaped);
}

// JSON leaves more unescaped than a terminal takes for letters: C1 controls, line ends of other kinds, turned directions.
function escaped(letter: string): string {
  const units = Array.from({ length: letter.length }, (_, index) => letter.charCodeAt(index));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, "0")}`).join("");
}

function withoutToken(path: string): string {
  return path.replace(/^\/(bevestig|bewijs|mijn|afmelden|modereer)\/.*/su, "/$1/…");
}

// A failed query names its values after `params:`; they are somebody's words or address.
function withoutValues(text: string): string {
  return text.replace(/\nparams:[\s\S]*?(?=\n\s+at |$)/u, "");
}

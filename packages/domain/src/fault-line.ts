export type Fault = { requestId: string; method: string; path: string; error: unknown };

/** One line of JSON for the log about a fault nobody expected: never a secret from an address, nor what people typed. */
export function faultLine({ error, path, ...request }: Fault): string {
  const causes: string[] = [];
  for (let cause = error; cause instanceof Error; cause = cause.cause)
    causes.push(cause.stack ?? cause.message);
  return JSON.stringify({
    level: "error",
    ...request,
    path: withoutToken(path),
    causes: causes.map(withoutValues),
  });
}

function withoutToken(path: string): string {
  return path.replace(/^\/(bevestig|bewijs|mijn|afmelden|modereer)\/.*/u, "/$1/…");
}

// A failed query names its values after `params:`; they are somebody's words or address.
function withoutValues(text: string): string {
  return text.replace(/\nparams:[\s\S]*?(?=\n\s+at |$)/u, "");
}

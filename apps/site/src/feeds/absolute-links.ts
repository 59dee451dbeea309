const TAG = /<[a-z][^>]*>/giu;
const ADDRESS = /(\s(?:href|src|poster|cite)=)(?:"([^"]*)"|'([^']*)')/giu;
const ADDRESSES = /(\ssrcset=)(?:"([^"]*)"|'([^']*)')/giu;

/** HTML whose links lead to the same places wherever it is read. */
export function withAbsoluteLinks(html: string, base: string): string {
  return html.replaceAll(TAG, (tag) =>
    tag
      .replaceAll(ADDRESS, (_, name: string, double?: string, single?: string) =>
        written(name, absolute(double ?? single ?? "", base)),
      )
      .replaceAll(ADDRESSES, (_, name: string, double?: string, single?: string) =>
        written(name, absoluteSet(double ?? single ?? "", base)),
      ),
  );
}

// An address in single quotes may hold double ones.
const written = (name: string, value: string) => `${name}"${value.replaceAll('"', "&quot;")}"`;

function absolute(address: string, base: string): string {
  if (/^\s*[a-z][a-z0-9+.-]*:/iu.test(address) || !URL.canParse(address, base)) return address;
  return new URL(address, base).href;
}

function absoluteSet(set: string, base: string): string {
  if (set.includes("data:")) return set;
  return set
    .split(",")
    .map((candidate) => {
      const [address = "", ...size] = candidate.trim().split(/\s+/u);
      return [absolute(address, base), ...size].join(" ");
    })
    .join(", ");
}

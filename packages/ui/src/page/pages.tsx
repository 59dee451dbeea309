/** The numbers to show: the first, the last, and those around this one; null where some are left out. */
function numbersAround(page: number, last: number): (number | null)[] {
  const shown = Array.from({ length: last < 8 ? last : 3 }, (_, index) =>
    last < 8 ? index + 1 : page - 1 + index,
  );
  const all = [...new Set([1, ...shown.filter((number) => number > 1 && number < last), last])];
  return all.flatMap((number, index) =>
    number - (all[index - 1] ?? number) > 1 ? [null, number] : [number],
  );
}

type Props = {
  addressOf: (page: number) => string;
  page: number;
  last: number;
  /** What the page before this one is called, and the one after. */
  before: string;
  after: string;
};

/** The way to the other pages of what does not fit on one. */
export const Pages = ({ addressOf, page, last, before, after }: Props) =>
  last === 1 ? null : (
    <nav class="pages" aria-label="Pagina’s">
      {page > 1 && (
        <a href={addressOf(page - 1)} rel="prev">
          {before}
        </a>
      )}
      {numbersAround(page, last).map((number) =>
        number === null ? (
          <span>…</span>
        ) : (
          <a
            href={addressOf(number)}
            aria-label={`Pagina ${number}`}
            aria-current={number === page ? "page" : undefined}
          >
            {number}
          </a>
        ),
      )}
      {page < last && (
        <a href={addressOf(page + 1)} rel="next">
          {after}
        </a>
      )}
    </nav>
  );

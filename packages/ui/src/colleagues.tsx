import type { Colleague } from "@ontsecretaressen/domain/signup";

/** Whom she brought, whether each confirmed yet, and a button to take back who did not while `canRelease`. */
export const Colleagues = (props: { token: string; colleagues: Colleague[]; canRelease: boolean }) => {
  const { token, colleagues } = props;
  if (colleagues.length === 0) return null;
  const canRelease = props.canRelease && colleagues.some(({ isConfirmed }) => !isConfirmed);
  return (
    <section>
      <h2>Je collega's</h2>
      <form method="post" action={`/bevestig/${token}`}>
        <ul>
          {colleagues.map(({ id, email, isConfirmed }) => (
            <li>
              <p id={id}>
                {email} heeft {isConfirmed ? "bevestigd" : "nog niet bevestigd"}.
              </p>
              {canRelease && !isConfirmed && (
                <p>
                  <button class="plain" name="release" value={id} aria-describedby={id}>
                    Meld deze collega af
                  </button>
                </p>
              )}
            </li>
          ))}
        </ul>
      </form>
      {canRelease && (
        <p class="quiet">
          Meld je een collega af, dan gaat de plek naar iemand anders. Wie bevestigde, meldt zich zelf af.
        </p>
      )}
    </section>
  );
};

// Two addresses of hers that hold for years: her own calendar, and the proof that she was there. She can end each.
type Ends = { stay: string | null; signup?: string; version: number; what: string; children: string };

/** A button that ends an address by making a new one. `stay` is the link that brought her here, where this browser isn't known. */
const NewLink = ({ stay, signup, version, what, children }: Ends) => (
  <details>
    <summary>Een nieuwe link naar {what}</summary>
    <p>{children} Maak dan een nieuwe. De oude link werkt daarna niet meer.</p>
    <form method="post" action="/mijn/nieuwe-link/">
      {stay !== null && <input type="hidden" name="by" value={stay} />}
      {signup !== undefined && <input type="hidden" name="signup" value={signup} />}
      <input type="hidden" name="version" value={version} />
      <button class="plain">Maak een nieuwe link naar {what}</button>
    </form>
  </details>
);

type CalendarProps = { address: string; stay: string | null; version: number };

/** Where her own calendar is, for a program that follows it. */
export const OwnCalendar = ({ address, ...link }: CalendarProps) => (
  <section>
    <h2>In je eigen agenda</h2>
    <p>
      <a href={address.replace(/^https?/u, "webcal")}>Volg je bijeenkomsten in je agenda</a>. Komt er een bij,
      of verandert er iets, dan verandert je agenda mee.
    </p>
    <details>
      <summary>Doet de link niets?</summary>
      <p>
        Plak dan dit adres in je agenda, bij een agenda van internet. Deel het niet: het is alleen van jou.
      </p>
      <p>
        <code>{address}</code>
      </p>
    </details>
    <NewLink {...link} what="je agenda">
      Kent iemand anders dit adres?
    </NewLink>
  </section>
);

type ProofProps = { href: string | undefined; stay: string | null; signup: string; version: number };

/** The proof that she was there, which she can give to others. */
export const OwnProof = ({ href, ...link }: ProofProps) => (
  <>
    <p>
      <a href={href}>Bekijk je bewijs van deelname</a>
    </p>
    <NewLink {...link} what="je bewijs">
      Gaf je de link aan iemand die hem niet meer mag gebruiken?
    </NewLink>
  </>
);

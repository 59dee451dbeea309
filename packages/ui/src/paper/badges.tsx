import { comers, type SessionPeople } from "@ontsecretaressen/domain/session-people";
import { Page } from "../page/page.tsx";
import { Mark } from "../page/stones.tsx";
import * as styles from "../styles/sheets.ts";
import { siteName } from "../words/site.ts";

/** A name badge for everybody who comes, ten on a sheet of A4, to be printed and cut. */
export const BadgesPage = ({ of, siteUrl }: { of: SessionPeople; siteUrl: string }) => (
  <Page
    style={styles.badges}
    title={`Naambadges: ${of.session.title}`}
    description=""
    path="/"
    siteUrl={siteUrl}
    isPrivate
  >
    <h1>Naambadges: {of.session.title}</h1>
    <p class="lead">
      Druk deze pagina af op A4, op ware grootte. Er staan tien badges op een vel, met lijnen om langs te
      knippen.
    </p>
    <ul class="badges">
      {comers(of).map(({ name, organisation }) => (
        <li>
          <p class="from">
            <Mark />
            {siteName}
          </p>
          <Name name={name} />
          <p class="works">{organisation}</p>
        </li>
      ))}
    </ul>
  </Page>
);

// The first name is what people say to each other: it is as large as it fits.
const Name = ({ name }: { name: string }) => {
  const [first = "", ...others] = name.trim().split(/\s+/u);
  return (
    <p class={`name ${sizeOf(first)}`}>
      <b>{first}</b> {others.join(" ")}
    </p>
  );
};

function sizeOf(first: string): "big" | "middle" | "small" {
  if (first.length <= 8) return "big";
  return first.length <= 13 ? "middle" : "small";
}

import type { ArticleAround, ArticleView } from "@ontsecretaressen/domain/article";
import type { CommentView, Conversation } from "@ontsecretaressen/domain/comment";
import { renderComment } from "@ontsecretaressen/domain/comment-markup";
import type { SessionView, StepView } from "@ontsecretaressen/domain/session";

// What the tests show: an article of ordinary length, its conversation, one date.

export const siteUrl = "https://www.ontsecretaressen.eu";
export const now = "2027-03-20T10:00:00.000Z";

const P = (text: string) => `<p>${text}</p>`;

const html = [
  P(
    "De afgelopen weken hoor ik het steeds vaker: jullie zijn toch van de secretaresse 3.0? Ik snap waar het vandaan komt, maar het klopt niet. In een netwerkorganisatie bestaat de secretaresse niet meer. Ook niet in een nieuwe versie, met een nieuw nummer erachter.",
  ),
  '<h2 id="iedereen-werkt-aan-hetzelfde">Iedereen werkt aan hetzelfde</h2>',
  P(
    "In een netwerkorganisatie werkt iedereen mee in het primaire proces: het werk waar de klant voor komt. Je kiest een rol die bij je past. Er is geen functiehuis, geen vaste taken en geen hiërarchie. Mensen delen een visie en een doel, en dragen samen de zorg. Het werk dat vroeger op het bureau van de secretaresse lag, is verdeeld of verdampt.",
  ),
  P(
    'Dat klinkt groot. In de praktijk gaat het om cellen van zes tot twaalf mensen rond dezelfde waarden. Edwin de Bree laat daar mooie voorbeelden van zien. Bij <a href="https://example.com/finext">Finext</a> en AFAS kun je gaan kijken hoe dat er op een gewone dinsdag uitziet.',
  ),
  '<h2 id="het-gaat-niet-om-de-naam">Het gaat niet om de naam</h2>',
  P(
    "Wij praten daarom niet over namen. We praten over de inhoud van je rol. Wat doe je graag? Waar word je rustig van, en waar moe? <em>Wat zou blijven liggen</em> als jij er een maand niet was?",
  ),
  "<blockquote><p>De golf komt. Jij kiest of je meegaat, en wanneer.</p></blockquote>",
  P(
    "Je mag best nog even op de oude golf blijven zitten. Niemand duwt. Houd er alleen rekening mee dat het punt eerder kan komen dan je denkt. Wie nu rondkijkt, hoeft straks niet te schrikken.",
  ),
  '<h2 id="zoek-werk-in-het-primaire-proces">Zoek werk in het primaire proces</h2>',
  P("Kies je ervoor om mee te bewegen? Dan helpen wij je graag op weg, in drie stappen:"),
  "<ul><li>Je begint aan de <strong>rondetafel</strong>. Daar maak je kennis met anderen die hetzelfde meemaken.</li><li>Wil je dieper gaan, dan volg je een of meer <strong>workshops</strong>, op maat gemaakt door onder anderen Edwin en Léontine.</li><li>Daarna kun je in <strong>intervisie</strong>, onder begeleiding van Pauline Schreuder, met collega's uit dezelfde beweging.</li></ul>",
  P(
    "De ene stap opent de volgende. Je hoeft nooit verder dan je wilt. En je hoeft het vooral niet alleen te doen: dat is misschien wel het grootste verschil met vroeger, toen je als enige tussen de agenda's van drie managers zat en hoopte dat iemand zag hoeveel je eigenlijk deed.",
  ),
  P(
    "Misschien herken je het: de telefoon gaat minder vaak, de agenda vult zich vanzelf, en toch ben je aan het eind van de dag moe. Dat is geen teken dat je werk verdwijnt. Het verschuift. Wat overblijft is vaak precies het deel waar je goed in bent: zien wat er speelt, mensen bij elkaar brengen, zorgen dat het klopt.",
  ),
  P(
    "Heb je er vragen over, of zie je het heel anders? Schrijf het hieronder. Wij lezen alles, en we antwoorden.",
  ),
].join("\n");

export const exampleArticle: ArticleView = {
  id: "art_1",
  kind: "article",
  slug: "waarom-de-secretaresse-30-niet-bestaat",
  title: "Waarom de secretaresse 3.0 niet bestaat",
  standfirst:
    "In een netwerkorganisatie werkt iedereen mee in het primaire proces. Wat betekent dat voor jou, en voor het werk dat je nu doet?",
  html,
  publishedAt: "2011-07-14T08:00:00.000Z",
  updatedAt: "2011-07-14T08:00:00.000Z",
  isOpenForComments: true,
  authors: [
    {
      slug: "leontine-de-koning",
      name: "Léontine de Koning",
      bio: "Léontine de Koning begon Ontsecretaressen in 2011, samen met Renée van Dijk.",
    },
  ],
  category: { slug: "organisatie-30", title: "Organisatie 3.0", parent: null },
  picture: null,
  tags: [
    { slug: "zelfsturing", title: "Zelfsturing" },
    { slug: "rollen", title: "Rollen" },
  ],
};

export const exampleAround: ArticleAround = {
  related: [
    { slug: "wat-een-netwerkorganisatie-van-je-vraagt", title: "Wat een netwerkorganisatie van je vraagt" },
    { slug: "van-takenlijst-naar-rol", title: "Van takenlijst naar rol: vijf vragen voor je maandag" },
    { slug: "brief-aan-een-leidinggevende", title: "Brief aan een leidinggevende" },
  ],
  newer: { slug: "wat-is-intervisie", title: "Wat is intervisie, en wat heb je eraan" },
  older: { slug: "terugblik-eerste-rondetafel", title: "35 mensen rond de tafel in Nieuwegein" },
};

/** All of a short conversation. */
export const conversationOf = (comments: CommentView[]): Conversation => ({
  comments,
  count: comments.length,
  pages: 1,
  page: 1,
  order: "oldest",
});

/** A comment with a text of its own; the number follows from the id, as `cmt_3` is the third. */
export const commentOf = (id: string, parentId: string | null, name: string, body: string): CommentView => ({
  id,
  parentId,
  number: Number(id.slice(4)),
  name,
  html: renderComment(body),
  isDeleted: false,
  isOwn: false,
  answeredName: null,
  postedAt: `2011-07-1${id.slice(4)}T09:00:00.000Z`,
});

export const threeComments: CommentView[] = [
  commentOf(
    "cmt_1",
    null,
    "Sam",
    "Ik denk dat het de rol van community manager wordt. Iemand die de rechterhand is van wie het netwerk trekt, binnen en buiten het bedrijf.\n\nBij ons werkt dat zo: we regelen veel online, en zij houdt de mensen bij elkaar.",
  ),
  commentOf(
    "cmt_2",
    null,
    "Carmen",
    "Hoe gaat een duizendpoot van alleskunner naar specialist? En wat als je het juist fijn vindt om onder de vleugel van iemand te werken, zonder dat je overal zelf verantwoordelijk voor bent? Moet dan eerst je mentaliteit om, of je vaardigheden?",
  ),
  commentOf(
    "cmt_3",
    "cmt_2",
    "Renée",
    "Er blijven altijd bedrijven met een klassieke vorm. Daar kun je prima op je plek zijn. De omschakeling is voor iedereen anders, maar als jij wilt en je werkgever ook, ben je al halverwege. De vaardigheden heb je meestal wel. Je zet ze alleen anders in.",
  ),
];

export const exampleSession: SessionView = {
  slug: "rondetafel-april-2027",
  title: "Rondetafel in Nieuwegein",
  summary: "Een avond over werken zonder functiehuis.",
  step: { slug: "rondetafel", title: "Rondetafel", position: 1, requires: null },
  startsLocal: "2027-04-14T19:00",
  endsLocal: "2027-04-14T21:30",
  timeZone: "Europe/Amsterdam",
  startsAt: "2027-04-14T17:00:00.000Z",
  endsAt: "2027-04-14T19:30:00.000Z",
  place: "Mercure Hotel Nieuwegein",
  address: "Buizerdlaan 10",
  city: "Nieuwegein",
  guides: "Edwin de Bree en Lieke Lamb",
  isOnline: false,
  opensAt: null,
  closesAt: null,
  priceCents: 0,
  payment: "",
  movedFrom: null,
  later: [],
  isCancelled: false,
  cancelledAt: null,
  cancelReason: "",
  seats: { capacity: 35, taken: 31, waiting: 0 },
};

export const exampleStep: StepView = {
  slug: "workshops",
  position: 2,
  title: "Workshops",
  summary: "Een middag aan het werk met je eigen week.",
  html: "<p>Je neemt een gewone week mee.</p>",
  forWhom: "Voor wie bij een ronde tafel was en verder wil.",
  opens: "Intervisie, met een vaste groep.",
  guides: "Edwin de Bree en Léontine de Koning",
  priceCents: 4500,
  payment: "Je krijgt een rekening na afloop.",
  requires: { slug: "rondetafel", title: "Rondetafel" },
};

/** Text that would do harm if any of it were taken for HTML. */
export const harmful = `<script>alert("x")</script><img src=x onerror='y'> & "zo"`;

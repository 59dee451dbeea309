/** Words of advertising that nobody here needs, whole and in lower case. */
export const adWords: ReadonlySet<string> = new Set(
  `airdrop backlink backlinks betting bitcoin bitcoins blackjack botox casino casinos cbd cialis clickbait crypto
  cryptocurrency dofollow ethereum escort escorts forex gokkast gokkasten gokken jackpot kamagra levitra 
  leningen loans lotto minilening nft onlyfans payday pharmacy poker porn porno replica roulette seo sildenafil
  slots steroids sugardaddy tramadol viagra weightloss xanax xxx`.split(/\s+/u),
);

/** Hosts that hide where a link leads. */
export const shorteners: ReadonlySet<string> = new Set(
  "bit.ly cutt.ly goo.gl is.gd lnkd.in ow.ly rb.gy shorturl.at t.co t.ly tiny.cc tinyurl.com".split(" "),
);

/** The words that stand most in Dutch and in English. */
export const commonWords: ReadonlySet<string> = new Set(
  `de het een en van ik je jij we wij ze zij die dat deze dit in is op te voor met niet zijn er aan om maar ook als bij
  door naar dan nog wel of uit wat hoe over mijn jouw ons onze heb heeft hebben was werd wordt word kan kunnen moet ben
  geen meer al zo hier daar na tot toen waar wie the and of to a an it that this for on with as are was be at by not you
  your we they have has from or but what all can our my so if about there their which when one do`.split(
    /\s+/u,
  ),
);

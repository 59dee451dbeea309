import { cardPath, cardSize, type CardSource } from "@ontsecretaressen/domain/card";
import { captionOf, type Picture, plainPath, sourcesOf } from "@ontsecretaressen/domain/media";

/** The picture above a text, in the size that fits the screen; it is most of what one first sees, so it comes first. */
export const FeaturedPicture = ({ picture }: { picture: Picture }) => {
  const caption = captionOf(picture);
  return (
    <figure>
      <img
        src={plainPath(picture)}
        srcset={sourcesOf(picture)}
        sizes="(min-width:56rem) 52rem, 100vw"
        width={picture.width}
        height={picture.height}
        alt={picture.alt}
        fetchpriority="high"
      />
      {caption !== "" && <figcaption>{caption}</figcaption>}
    </figure>
  );
};

/** The picture that goes along when a page is shared. */
export const SharedPicture = ({ picture, siteUrl }: { picture: Picture; siteUrl: string }) => (
  <>
    <meta property="og:image" content={siteUrl + plainPath(picture)} />
    <meta property="og:image:width" content={String(picture.width)} />
    <meta property="og:image:height" content={String(picture.height)} />
    <meta property="og:image:alt" content={picture.alt} />
  </>
);

/** The picture that is drawn for an article that has none of its own. Its words are the title, which is told beside it. */
export const SharedCard = ({ article, siteUrl }: { article: CardSource; siteUrl: string }) => (
  <>
    <meta property="og:image" content={siteUrl + cardPath(article)} />
    <meta property="og:image:height" content={String(cardSize.height)} />
    <meta property="og:image:width" content={String(cardSize.width)} />
  </>
);

/**
 * What every page with a form for a comment can do more where JavaScript is on: what is typed is kept in this tab, by its
 * article, until the page that thanks for it.
 */
export const draftScript =
  'if(self.body)s=sessionStorage,k=body.form.article.value+"/",body.value||=s[k]||"",body.oninput=_=>s[k]=body.value,body.form.onsubmit=_=>s.sent=s[k]';

/**
 * An article's page does that, and where a phone has a share sheet of its own, one button that opens it takes the place of
 * the links in `#deel`.
 */
export const articleScript = `${draftScript};if(navigator.share)deel.onclick=_=>navigator.share({url:location}),deel.innerHTML="<button>Deel dit"`;

/** For the page that thanks for a comment: what was sent is kept no longer, what was typed since is. */
export const sentScript = "s=sessionStorage,k=location.pathname.slice(1),s[k]==s.sent&&delete s[k]";

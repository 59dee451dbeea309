/**
 * What an article's page can do more where JavaScript is on. Where a phone has a share sheet of its own, one button that
 * opens it takes the place of the links in `#deel`. What is typed as a comment is kept in this tab until it is sent.
 */
export const articleScript =
  'if(navigator.share)deel.onclick=_=>navigator.share({url:location}),deel.innerHTML="<button>Deel dit";' +
  'if(self.body)body.value||=sessionStorage[location]||"",body.oninput=_=>sessionStorage[location]=body.value,body.form.onsubmit=_=>delete sessionStorage[location]';

/** Where a phone has a share sheet of its own, one button that opens it takes the place of the links in `#deel`. */
export const shareSheet =
  'if(navigator.share)deel.onclick=_=>navigator.share({url:location}),deel.innerHTML="<button>Deel dit"';

/** The sign of an annotation kind, drawn: what a face makes of such a character is large here and small there. */

/** In the colour of the words it stands before, which name the kind. */
export function Sign({ sign }: { readonly sign: string | undefined }) {
  return <span className="kind-sign" data-sign={sign} aria-hidden />;
}

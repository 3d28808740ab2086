/** citation-js says nothing of its types; this is what the tests use of it. */
declare module '@citation-js/core' {
  export class Cite {
    /** @param text - A file of references in any format a plugin reads. @throws Error when none does. */
    constructor(text: string);
    /** The references as CSL-JSON items. */
    readonly data: readonly unknown[];
  }
}
declare module '@citation-js/plugin-ris' {}
declare module '@citation-js/plugin-bibtex' {}

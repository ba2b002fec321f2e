/** The one style sheet of the issuer's pages; in the page, allowed by its hash. */
export const style = `
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
body { margin: 0 auto; max-width: 60rem; padding: 1rem 1.5rem 3rem; background: Canvas; color: CanvasText; }
nav ul, section ul { list-style: none; margin: 0; padding: 0; }
nav ul { display: flex; gap: 1rem; justify-content: flex-end; }
nav a { display: inline-block; padding: .5rem; }
nav [aria-current] { font-weight: bold; text-decoration: none; }
.notice { border-inline-start: .4rem solid #b45309; padding: .5rem 1rem; }
section ul { display: grid; gap: .75rem; grid-template-columns: repeat(auto-fill, minmax(17rem, 1fr)); }
button { box-sizing: border-box; width: 100%; height: 100%; padding: .75rem 1rem; border: 1px solid #767676; border-radius: .4rem;
  background: transparent; color: inherit; font: inherit; text-align: start; cursor: pointer; }
button:hover { background: color-mix(in srgb, CanvasText 8%, transparent); }
:focus-visible { outline: .2rem solid #1d6fdc; outline-offset: .15rem; }
button strong, button span { display: block; }
`;

/** How the documentation page looks, by day and by night. */
export const docsStyle = `
:root {
  color-scheme: light dark;
  --paper: #ffffff; --ink: #1b1f24; --soft: #57606a; --line: #d0d7de; --panel: #f6f8fa; --link: #0550ae; --mark: #953800;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #0d1117; --ink: #e6edf3; --soft: #9da7b3; --line: #3d444d; --panel: #161b22; --link: #79b8ff; --mark: #ffb77c;
  }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.55 system-ui, sans-serif; }
a { color: var(--link); }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; left: -100vw; padding: .5rem 1rem; background: var(--paper); }
.skip:focus { left: 0; }
header, main, nav { max-width: 68rem; margin: 0 auto; padding: 1rem 1.25rem; }
nav ul { columns: 17rem; padding-left: 1.1rem; margin: .25rem 0 1rem; }
h1 { margin: 1rem 0 .25rem; font-size: 1.9rem; line-height: 1.2; }
h2 { margin: 2.5rem 0 .5rem; padding-bottom: .25rem; border-bottom: 2px solid var(--line); }
nav h2 { margin-top: 1rem; font-size: 1rem; border: 0; }
section { margin: 1.5rem 0; padding: .25rem 1.25rem 1.25rem; border: 1px solid var(--line); border-radius: .5rem; }
h3 { margin: 1rem 0 .25rem; }
h4 { margin: 1.25rem 0 .25rem; }
code, pre { font-family: ui-monospace, "SF Mono", Menlo, Consolas, monospace; font-size: .9em; }
.route { padding: .5rem .75rem; background: var(--panel); border-radius: .375rem; overflow-wrap: anywhere; }
.route strong { color: var(--mark); }
.required { color: var(--mark); font-size: .8rem; font-weight: normal; }
.scroll { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; margin: .75rem 0; font-size: .95rem; }
caption { text-align: left; color: var(--soft); padding-bottom: .25rem; }
th, td { text-align: left; vertical-align: top; padding: .4rem .6rem; border-top: 1px solid var(--line); }
thead th { color: var(--soft); font-weight: 600; border-top: 0; }
tbody th { font-weight: 600; }
dt { margin-top: .75rem; font-weight: 700; }
dd { margin: 0 0 0 1.25rem; }
dd p { margin: .1rem 0; }
dd ul { margin: .1rem 0 .4rem; padding-left: 1.1rem; color: var(--soft); }
details { margin: .4rem 0; }
summary { cursor: pointer; color: var(--link); }
pre { margin: .4rem 0; padding: .75rem; background: var(--panel); border: 1px solid var(--line); border-radius: .375rem; overflow-x: auto; }
`;

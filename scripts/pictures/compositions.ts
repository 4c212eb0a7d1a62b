import { readFileSync } from 'node:fs';

const image = (png: Buffer) => `data:image/png;base64,${png.toString('base64')}`;
const html = (style: string, body: string) => `<!doctype html><meta charset="utf-8"><style>body{margin:0}${style}</style>${body}`;

/** A picture, with another over it where the toolbar button has the popup. */
export function over(page: Buffer, popup?: Buffer): string {
  const style = 'img{display:block} .popup{position:absolute;top:14px;right:22px;border-radius:10px;box-shadow:0 6px 30px #0008}';
  return html(style, `<img src="${image(page)}">${popup ? `<img class="popup" src="${image(popup)}">` : ''}`);
}

/** Two pictures side by side, as a page and the browser's side panel. */
export function beside(page: Buffer, panel: Buffer): string {
  const style = 'body{display:flex} img:last-child{box-shadow:-1px 0 #0003}';
  return html(style, `<img src="${image(page)}"><img src="${image(panel)}">`);
}

/** The tile under which a store lists the extension: mark, name, and what a labelled sentence looks like. */
export function tile(mark: string): string {
  const style = `body{height:100vh;display:grid;align-content:center;gap:18px;padding:0 38px;background:#fffdf7;color:#17324a;font:20px/1.5 Georgia,serif}
header{display:flex;gap:14px;align-items:center;font:700 34px Georgia,serif} header svg{width:52px} p{margin:0}
mark{color:inherit;padding:1px 2px;text-decoration:underline 2px;text-underline-offset:5px}
.a{background:#ffe0a3;text-decoration-style:dashed;text-decoration-color:#9a5b00}.b{background:none;text-decoration-color:#17324a}`;
  return html(
    style,
    `<header>${readFileSync(mark, 'utf8')}Sourcelight</header>
<p><mark class="a">“Nobody wanted this,” said the mayor.</mark><br><mark class="b">The bridge closes in March.</mark></p>`,
  );
}

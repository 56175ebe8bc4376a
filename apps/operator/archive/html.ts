const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Markup, kept apart from texts: a text is never taken for it. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Part = string | number | Html | readonly Html[];

const shown = (part: Part): string => {
  if (part instanceof Html) return part.text;
  if (typeof part === 'object') return part.map(({ text }) => text).join('\n');
  return String(part).replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
};

/** Puts markup together; every text in it is escaped. */
export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Html =>
  new Html(strings.map((string, index) => string + (index < parts.length ? shown(parts[index] ?? '') : '')).join(''));

const style = new Html(
  'body{font:1rem/1.5 sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}table{border-collapse:collapse;width:100%}' +
    'th,td{text-align:left;vertical-align:top;padding:.3rem .6rem;border-bottom:1px solid #999}pre{white-space:pre-wrap;font:inherit}',
);

/** A page that stands by itself: nothing in it is asked for from anywhere. */
export const page = (language: 'en' | 'fr', title: string, body: readonly Html[]): Buffer => {
  const whole = html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <style>
          ${style}
        </style>
      </head>
      <body>
        ${body}
      </body>
    </html> `;
  return Buffer.from(whole.text, 'utf8');
};

/** A table; nothing where there are no rows. */
export const table = (heads: readonly string[], rows: readonly (readonly (Html | string)[])[]): Html =>
  rows.length === 0
    ? html`<p>—</p>`
    : html`<table>
        <thead>
          <tr>
            ${heads.map((head) => html`<th scope="col">${head}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            (cells) =>
              html`<tr>
                ${cells.map((cell) => html`<td>${cell}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>`;

export const link = (href: string, text: string): Html => html`<a href="${href}">${text}</a>`;

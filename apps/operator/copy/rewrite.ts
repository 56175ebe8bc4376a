import { pathIn } from './addresses.ts';

/** Markup as our pages are drawn: every sign of a text is escaped, every value stands between double quotes. */
const tags = /<(\/?)([a-z][a-z0-9]*)((?:\s+[^\s"=<>/]+(?:="[^"]*")?)*)\s*(\/?)>/g;

const scripts = /<script\b[^>]*>[\s\S]*?<\/script>/g;
const forms = /<form\b[^>]*>([\s\S]*?)<\/form>/g;
const controls = /<(button|select|textarea|label)\b[^>]*>[\s\S]*?<\/\1>|<input\b[^>]*>/g;
const alternates = /<link rel="alternate"[^>]*>/g;

const decoded = (value: string): string =>
  value.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
const encoded = (value: string): string => value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** A form goes; a list or a table that stands within one stays. */
const withoutForm = (_form: string, inside: string): string => (/<(?:table|ol|ul|dl)\b/.test(inside) ? `<div>${inside}</div>` : '');

/** What nobody answers in a copy: scripts, forms with their controls, and addresses for search engines. */
const stripped = (html: string): string =>
  html.replace(scripts, '').replace(forms, withoutForm).replace(controls, '').replace(alternates, '');

/** Where a link leads in the copy; null when it leads nowhere there. */
export type Resolve = (path: string, fragment: string) => string | null;

const attribute = /\s(href|src)="([^"]*)"/g;

const rewritten = (name: string, attributes: string, resolve: Resolve): string =>
  attributes.replace(attribute, (whole, key: string, value: string) => {
    const address = decoded(value);
    if (address.startsWith('#') || address.startsWith('data:')) return whole;
    const found = pathIn(address);
    const place = found === null ? null : resolve(found.path, found.fragment);
    if (place !== null) return ` ${key}="${encoded(place)}"`;
    // A link that leads nowhere stays as its words. What is shown stays with its page.
    return name === 'a' ? '' : ` ${key}="data:,"`;
  });

/** The addresses of this service that a page leads to, without those that ask with parameters. */
export const linksIn = (html: string): readonly string[] => {
  const found: string[] = [];
  writeLinks(html, (path) => {
    found.push(path);
    return null;
  });
  return found;
};

/** A page with its links as they are in the copy, and without what nobody answers there. */
export const writeLinks = (html: string, resolve: Resolve): string =>
  stripped(html).replace(tags, (whole, closing: string, name: string, attributes: string, ending: string) =>
    closing === '/' || attributes === '' ? whole : `<${name}${rewritten(name, attributes, resolve)}${ending === '/' ? '/' : ''}>`,
  );

/**
 * Reading a page's nodes by the DOM's own properties. A form's named controls and a document's named images stand in the way of
 * properties of the same name (“DOM clobbering”): `<input name="childNodes">` makes `form.childNodes` an input. Asked through the
 * prototype, the node answers itself. Elements other than forms cannot be clobbered, nor can Text nodes.
 */
export function own<Owner extends object, Name extends keyof Owner>(owner: Owner, name: Name): Owner[Name] {
  const value: unknown = isClobberable(owner) ? Reflect.get(Object.getPrototypeOf(owner), name, owner) : owner[name];
  return (typeof value === 'function' ? value.bind(owner) : value) as Owner[Name];
}

/** Forms and documents; asked by a symbol, since no control can be named so. Parsers for the command line know no clobbering. */
function isClobberable(owner: object): boolean {
  const kind = (owner as { readonly [Symbol.toStringTag]?: string })[Symbol.toStringTag];
  return kind === 'HTMLFormElement' || kind === 'HTMLDocument';
}

export const ELEMENT_NODE = 1;
export const TEXT_NODE = 3;
export const FRAGMENT_NODE = 11;

/** Lower-case tag name. */
export function tagOf(element: Element): string {
  return own(element, 'localName');
}

/** An attribute's value; empty where the element has none of that name. */
export function attribute(element: Element, name: string): string {
  return (isClobberable(element) ? own(element, 'getAttribute')(name) : element.getAttribute(name)) ?? '';
}

/** The element that surrounds a node as the browser shows it: a shadow root's host is its content's parent. */
export function parentOf(node: Node): Element | null {
  const parent = own(node, 'parentNode');
  if (!parent) return null;
  const type = own(parent as Node, 'nodeType');
  if (type === ELEMENT_NODE) return parent as Element;
  return type === FRAGMENT_NODE ? ((parent as ShadowRoot).host ?? null) : null;
}

/** The children of an element as the browser lays them out: an open shadow root's in place of its host's, a slot's assigned nodes. */
export function shownChildren(element: Element): ArrayLike<Node> {
  const shadowRoot = own(element, 'shadowRoot');
  if (shadowRoot) return shadowRoot.childNodes;
  if (tagOf(element) === 'slot') {
    const assigned = (element as HTMLSlotElement).assignedNodes?.() ?? [];
    if (assigned.length > 0) return assigned;
  }
  return own(element, 'childNodes');
}

/** The innermost element, from this one upwards, with one of the tag names. */
export function closestOf(element: Element, tags: ReadonlySet<string>): Element | null {
  for (let here: Element | null = element; here; here = parentOf(here)) if (tags.has(tagOf(here))) return here;
  return null;
}

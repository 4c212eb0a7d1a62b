/** The product's mark: a line of text under a light, of which one part stands out. */
export function Mark({ size }: { readonly size: number }) {
  return <img src="/icon/48.png" width={size} height={size} alt="" />;
}

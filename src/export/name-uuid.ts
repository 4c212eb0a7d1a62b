/**
 * A `urn:uuid:` made from names, the same for the same names: version 8 of RFC 9562, section 5.8 (vendor-specific contents), over a
 * 128-bit FNV-1a hash (draft-eastlake-fnv). Not for secrets: only for ids that must not collide by chance.
 */
export function nameUuid(...names: readonly string[]): string {
  const prime = 0x0000000001000000000000000000013bn;
  let hash = 0x6c62272e07bb014262b821756295c58dn;
  // A unit separator keeps ('ab', 'c') and ('a', 'bc') apart.
  for (const byte of new TextEncoder().encode(names.join('\u001f'))) hash = BigInt.asUintN(128, (hash ^ BigInt(byte)) * prime);
  const hex = hash.toString(16).padStart(32, '0');
  const variant = ((Number.parseInt(hex[16] ?? '0', 16) & 0x3) | 0x8).toString(16);
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
}

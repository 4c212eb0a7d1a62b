import type { LucideIcon } from 'lucide-preact';

/** An icon of the set that all surfaces use (lucide). */
export type Icon = LucideIcon;

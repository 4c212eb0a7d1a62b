import { Compare } from '../../src/ui/compare/compare.tsx';
import { mountSurface } from '../../src/ui/mount.tsx';

mountSurface('compare_title', Compare);

import { mountSurface } from '../../src/ui/mount.tsx';
import { Panel } from '../../src/ui/panel/panel.tsx';

mountSurface('panel_title', Panel);

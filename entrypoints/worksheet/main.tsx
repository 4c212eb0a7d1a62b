import { mountSurface } from '../../src/ui/mount.tsx';
import { WorksheetPage } from '../../src/ui/worksheet/worksheet-page.tsx';

mountSurface('worksheet_title', WorksheetPage);

import { mountSurface } from '../../src/ui/mount.tsx';
import { Welcome } from '../../src/ui/welcome/welcome.tsx';

mountSurface('welcome_page_title', Welcome);

import { mountSurface } from '../../src/ui/mount.tsx';
import { Popup } from '../../src/ui/popup/popup.tsx';

mountSurface('popup_title', Popup);

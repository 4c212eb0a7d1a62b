import { Classroom } from '../../src/ui/classroom/classroom.tsx';
import { mountSurface } from '../../src/ui/mount.tsx';

mountSurface('class_title', Classroom);

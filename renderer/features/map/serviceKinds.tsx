import {
  Boxes,
  Building2,
  Cpu,
  Database,
  DoorOpen,
  Fingerprint,
  Handshake,
  Layers,
  ListOrdered,
  type LucideIcon,
  Package,
  PlugZap,
  Zap,
} from 'lucide-react';
import type { ServiceKind } from '../../../shared/record/words.ts';

export const kindIcons: Readonly<Record<ServiceKind, LucideIcon>> = {
  application: Package,
  module: Boxes,
  integration: PlugZap,
  database: Database,
  cache: Zap,
  ingress: DoorOpen,
  identity: Fingerprint,
  queue: ListOrdered,
  platform: Layers,
  device: Cpu,
  'partner-endpoint': Handshake,
  'business-process': Building2,
};

export const kindWords: Readonly<Record<ServiceKind, string>> = {
  application: 'Application',
  module: 'Module',
  integration: 'Connector',
  database: 'Database',
  cache: 'Cache',
  ingress: 'Ingress',
  identity: 'Identity',
  queue: 'Queue',
  platform: 'Platform',
  device: 'Device',
  'partner-endpoint': 'Partner endpoint',
  'business-process': 'Business process',
};

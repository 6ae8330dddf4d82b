import * as z from 'zod';
import { serviceId, siteId, tenantId } from '../../ids.ts';

/** Above any real organisation, and below what would make one record too large to read. */
const MOST_PLACES = 5_000;

export const siteList = z.array(siteId).max(MOST_PLACES);
export const serviceList = z.array(serviceId).max(MOST_PLACES);
export const tenantList = z.array(tenantId).max(MOST_PLACES);

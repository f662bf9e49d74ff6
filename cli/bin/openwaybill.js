#!/usr/bin/env node
import '../dist/bundle/openwaybill.js';

/** Loaded before a program: its clock is off by TIDEGATE_TEST_CLOCK_OFF milliseconds. */
const off = Number(process.env['TIDEGATE_TEST_CLOCK_OFF']);
const exact = Date.now.bind(Date);
Date.now = () => exact() + off;

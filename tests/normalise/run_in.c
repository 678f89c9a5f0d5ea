#include "tests/normalise/resolved.h"

static const Case cases[] = {
  { "letters with half a bracket",
    "RESOLVED that: a) the elm be felled; b) the oak be kept; and c) a report be made.\n",
    { { "a)", "the elm be felled", RESOLVED, NULL },
      { "b)", "the oak be kept", RESOLVED, NULL },
      { "c)", "a report be made", RESOLVED, NULL } } },
  { "letters with a stop",
    "The Committee resolved to a. note the report, b. ask the owner, e.g. by letter, and "
    "c. come back.\n",
    { { "a", "note the report", RESOLVED, "note" },
      { "b", "ask the owner, e.g. by letter", RESOLVED, "ask" },
      { "c", "come back", RESOLVED, NULL } } },
  { "numerals behind a colon",
    "It was agreed: i) to hold the fee; ii) to look at it again in a year.\n",
    { { "i)", "to hold the fee", AGREED, "hold" },
      { "ii)", "to look at it again in a year", AGREED, NULL } } },
  { "letters that a blank parts from the text",
    "It was resolved unanimously to:\nA Approve the bids.\nB Ask Cllr Dunn to write.\n",
    { { "A", "Approve the bids", RESOLVED, "approve" },
      { "B", "Ask Cllr Dunn to write", RESOLVED, "ask" } } },
  { "a label that closes a motion",
    "Cllr Dunn proposed, seconded by Cllr Farr, that the swings be mended.\n3 FOR, 1 "
    "AGAINST\nRESOLVED\n",
    { { "", "that the swings be mended", RESOLVED, "mend" } } },
  { "a motion by its name",
    "Motion: that the owner be written to. Proposed CD. 4 FOR, 0 AGAINST. RESOLVED\n",
    { { "", "that the owner be written to", RESOLVED, "write" } } },
  { "votes behind the label",
    "RESOLVED, 3 for and 1 against, to fell the elm.\n",
    { { "", "to fell the elm", RESOLVED, NULL } } },
  { "an assent that the minutes tell in full",
    "Decision:\nAgreed.\nMinutes:\nRESOLVED that the minutes of 3 May be approved.\n",
    { { "", "that the minutes of 3 May be approved", RESOLVED, "approve" } } },
  { "elected, and how",
    "Cllr A. Mott was elected unanimously as Chair.\n",
    { { "", "Cllr A. Mott was elected unanimously as Chair", AGREED, NULL } } },
  { "elected at another time",
    "Mr Ryle had said that he was duly elected in 2021.\n",
    { { NULL, NULL, 0, NULL } } },
};

static void
test_cases (void)
{
  resolved_check (cases, G_N_ELEMENTS (cases));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/run_in/cases", test_cases);
  return g_test_run ();
}

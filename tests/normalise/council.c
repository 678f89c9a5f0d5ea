#include "normalise/council.h"

static const struct
{
  const gchar *name;
  const gchar *key;
} names[] = {
  { "London Borough of Barking and Dagenham", "barking and dagenham" },
  { "Barking & Dagenham Council", "barking and dagenham" },
  { "Barking and Dagenham", "barking and dagenham" },
  { "Kent County Council", "kent" },
  { "The Royal Borough of Kensington and Chelsea", "kensington and chelsea" },
  { "Kingston Upon Hull City Council", "hull" },
  { "Hull City Council", "hull" },
  { "Bristol City of", "bristol" },
  { "Herefordshire, County of", "herefordshire" },
  { "County Durham", "durham" },
  { "Durham County Council", "durham" },
  { "Durham Parish Council", "durham parish council" },
  { "City of Bradford Metropolitan District Council", "bradford" },
  { "Bradford Children and Families Trust", "bradford" },
  { "City of London Corporation", "london" },
  { "Council of the Isles of Scilly", "isles of scilly" },
  { "Wakefield Metropolitan District Council", "wakefield" },
  { "Nottinghamshire County Council", "nottinghamshire" },
  { "Nottingham City Council", "nottingham" },
  { "St. Helens Borough Council", "st helens" },
  { "St Helens", "st helens" },
  { "Stoke-on-Trent City Council", "stoke on trent" },
  { "Medway Children’s Services", "medway" },
  { "Cheshire West and Chester local authority", "cheshire west and chester" },
  { "Council", "council" },
  { "", "" },
};

static void
test_key (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree gchar *key = council_key (names[i].name);

      g_assert_cmpstr (key, ==, names[i].key);
    }
}

static void
test_slug (void)
{
  g_autofree gchar *slug = council_slug ("Cyngor Ynys Môn & Co");

  g_assert_cmpstr (slug, ==, "cyngor-ynys-mon-and-co");
}

static void
test_equal (void)
{
  g_assert_true (council_equal ("LB of Merton", "Merton Council"));
  g_assert_true (council_equal ("North Yorkshire", "North Yorkshire County Council"));
  g_assert_false (council_equal ("North Yorkshire", "York"));
  g_assert_false (council_equal ("Derby City Council", "Derbyshire County Council"));
  g_assert_false (council_equal (NULL, NULL));
  g_assert_false (council_equal ("", ""));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/council/key", test_key);
  g_test_add_func ("/council/slug", test_slug);
  g_test_add_func ("/council/equal", test_equal);
  return g_test_run ();
}

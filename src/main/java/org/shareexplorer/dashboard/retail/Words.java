package org.shareexplorer.dashboard.retail;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The words of a table's or column's name, whichever way they are written: parted at underscores
 * and capitals, in small letters without accents, in the singular, and those of retail in English.
 *
 * @param all the words, in their order
 */
record Words(List<String> all) {

  /** What means the same to a shop, in English and in some neighbours' languages. */
  private static final Map<String, List<String>> MEANINGS =
      meanings(
          "customer: client cliente kunde kunden acheteur comprador cust consumer shopper buyer",
          "customer: purchaser account member user abnehmer",
          "id: nummer nr numero num no number nbr clave schluessel schlussel cle uid pk sk code",
          "id: guid uuid identifier key",
          "revenue: umsatz ingresos turnover erloes erlos",
          "amount: betrag montant importe monto amt",
          "total: summe gesamt somme totale suma",
          "quantity: menge anzahl stueck stuck quantite cantidad qty unidades piece",
          "date: datum fecha dt datetime tag jour dia day",
          "timestamp: zeit zeitpunkt heure hora ts time",
          "product: produkt produit producto artikel article articulo item sku",
          "sale: verkauf verkaeufe verkaufe vente venta purchase order bestellung commande pedido",
          "sale: transaction txn trx invoice receipt rechnung facture factura kauf achat compra",
          "name: nom nombre bezeichnung label",
          "price: preis prix precio",
          "region: gebiet zone territory area bezirk",
          "country: land pays pais nation",
          "segment: segmento gruppe groupe grupo group tier class category type",
          "sold: ordered purchased bought verkauft bestellt vendu vendido",
          "signup: registration registered joined join anmeldung inscription registro",
          "customer id: kundennummer kundennr kundenid customerid custid clientid",
          "customer name: kundenname customername",
          "customer segment: kundensegment kundengruppe",
          "sale id: bestellnummer rechnungsnummer orderid invoiceno",
          "sale date: bestelldatum rechnungsdatum verkaufsdatum orderdate invoicedate",
          "sale amount: rechnungsbetrag",
          "total amount: gesamtbetrag totalamount",
          "total price: gesamtpreis",
          "unit price: einzelpreis stueckpreis stuckpreis unitprice",
          "product name: produktname productname",
          "product id: stockcode productid");

  /** Words that tell nothing. */
  private static final List<String> SMALL = List.of("at", "on", "of", "the", "in", "utc", "eur");

  static Words of(String name) {
    String parted =
        Normalizer.normalize(name, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}+", "")
            .replace("ß", "ss")
            .replaceAll("(\\p{Ll}|\\p{N})(\\p{Lu})", "$1 $2")
            .replaceAll("(\\p{Lu})(\\p{Lu}\\p{Ll})", "$1 $2")
            .toLowerCase(Locale.ROOT)
            .replaceAll("sign[ _-]?up", "signup");
    return new Words(
        Arrays.stream(parted.split("[^\\p{L}\\p{N}]+", -1))
            .filter(word -> !word.isEmpty() && !SMALL.contains(word))
            .flatMap(Words::plain)
            .toList());
  }

  private static Stream<String> plain(String word) {
    String one = singular(word);
    List<String> known = MEANINGS.getOrDefault(word, MEANINGS.get(one));
    return known == null ? Stream.of(one) : known.stream();
  }

  private static String singular(String word) {
    if (word.length() < 4 || !word.endsWith("s") || word.endsWith("ss") || word.endsWith("us")) {
      return word;
    }
    return word.endsWith("ies")
        ? word.substring(0, word.length() - 3) + "y"
        : word.substring(0, word.length() - 1);
  }

  private static Map<String, List<String>> meanings(String... lines) {
    Map<String, List<String>> meanings = new HashMap<>();
    for (String line : lines) {
      int colon = line.indexOf(':');
      List<String> meaning = List.of(line.substring(0, colon).split(" ", -1));
      for (String word : line.substring(colon + 2).split(" ", -1)) {
        meanings.put(word, meaning);
      }
    }
    return Map.copyOf(meanings);
  }
}

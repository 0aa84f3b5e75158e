// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demopayloads.h"

#include "demo/demobatch.h"

namespace oxp::demo {

namespace {

constexpr qsizetype CatalogueBytes = 5 * 1024 * 1024;

struct Customer {
  const char *name;
  const char *city;
  const char *email;
  const char *country;
};

constexpr Customer Customers[] = {
    {"陈晓明", "杭州市西湖区", "chen@mail.example", "CN"},
    {"Anna Krämer", "Köln", "anna@post.example", "DE"},
    {"Siobhán O’Neill", "Galway", "siobhan@mail.example", "IE"},
    {"山田 花子", "大阪市北区", "hanako@mail.example", "JP"},
    {"Zoë 🦊 Fox", "Utrecht", "zoe@fox.example", "NL"},
    {"محمد علي", "القاهرة", "ali@mail.example", "EG"},
    {"Pedro Núñez", "Sevilla", "pedro@correo.example", "ES"},
    {"Olu Adeyemi", "Lagos", "olu@mail.example", "NG"},
};

const Customer &anyCustomer(Dice &dice) {
  return Customers[dice.below(int(std::size(Customers)))];
}

QByteArray number(qint64 value) {
  return QByteArray::number(value);
}

QByteArray sku(Dice &dice) {
  return "SKU-" + number(10 + dice.below(90)) + '-' + number(1000 + dice.below(9000));
}

QByteArray customerJson(Dice &dice) {
  const Customer &who = anyCustomer(dice);
  return "{\"id\":" + number(80'000 + dice.below(9000)) + ",\"name\":" + quoted(who.name) +
         ",\"city\":" + quoted(who.city) + ",\"email\":" + quoted(who.email) + ",\"country\":\"" +
         who.country + "\",\"vip\":" + (dice.oneIn(5) ? "true" : "false") + '}';
}

QByteArray cardJson(Dice &dice) {
  const int lastFour = 1000 + dice.below(9000);
  return "{\"brand\":\"" + dice.pick({"visa", "mastercard", "amex"}) + "\",\"token\":\"tok_" + dice.hex(8) +
         number(lastFour) + "\",\"cvc\":\"" + number(100 + dice.below(900)) + "\",\"expires\":\"202" +
         number(6 + dice.below(4)) + "-0" + number(1 + dice.below(9)) + "\"}";
}

QByteArray linesJson(Dice &dice) {
  QByteArray out("[");
  for (int line = 1 + dice.below(4); line > 0; --line)
    out += "{\"sku\":\"" + sku(dice) + "\",\"qty\":" + number(1 + dice.below(5)) +
           ",\"price\":" + dice.money() + (line > 1 ? "}," : "}");
  return out + ']';
}

} // namespace

QByteArray Dice::hex(int digits) {
  QByteArray out;
  while (out.size() < digits)
    out += "0123456789abcdef"[below(16)];
  return out;
}

QByteArray Dice::money() {
  const QByteArray cents = number(100 + below(100)).mid(1);
  return number(1 + below(400)) + '.' + cents;
}

QByteArray orderId(int number) {
  return "ORD-20261122-" + QByteArray::number(number).rightJustified(4, '0');
}

QByteArray orderData(Dice &dice, int number) {
  return "{\"orderId\":\"" + orderId(number) +
         "\",\"ledgerId\":" + QByteArray::number(9'007'199'254'740'993 + number) +
         ",\"amount\":" + dice.money() + ",\"currency\":\"" + dice.pick({"EUR", "USD", "CNY", "JPY"}) +
         "\",\"customer\":" + customerJson(dice) + ",\"card\":" + cardJson(dice) +
         ",\"lines\":" + linesJson(dice) + ",\"note\":" +
         dice.pick({"null", "\"\"", "\"gift 🎁\"", "\"请尽快发货\"", "\"leave with neighbour\""}) +
         ",\"trace\":\"" + dice.hex(16) + "\"}";
}

QByteArray showcaseData() {
  return R"json({"orderId":"ORD-20261122-0417","ledgerId":9007199254740993,"amount":129.90,"currency":"EUR","fxRate":7.6510000000000000001,"customer":{"id":88120,"name":"陈晓明","city":"杭州市西湖区","email":"chen@mail.example","vip":true},"card":{"brand":"visa","token":"tok_9f31c0d2a4e84242","cvc":"737","expires":"2026-10"},"lines":[{"sku":"SKU-88-1204","qty":2,"price":49.95},{"sku":"SKU-12-0031","qty":1,"price":30.00}],"reason":"Kunde hat storniert \u2013 zu spät 🙁","note":null,"attempt":{"gateway":"adyen","timeoutMs":30000},"trace":"7f3a9c41-0be2-4d1c-9a77-15b2c1"})json";
}

QByteArray captureData(Dice &dice, int number) {
  return "{\"orderId\":\"" + orderId(number) + "\",\"amount\":" + dice.money() +
         ",\"currency\":\"EUR\",\"card\":" + cardJson(dice) + ",\"gateway\":\"" +
         dice.pick({"adyen", "stripe", "alipay"}) + "\",\"idempotencyKey\":\"" + dice.hex(24) +
         "\",\"balanceBefore\":" + QByteArray::number(100'000'000'000'000'000 + dice.below(1'000'000)) + '}';
}

QByteArray mailData(Dice &dice, int number) {
  const Customer &who = anyCustomer(dice);
  return "{\"template\":\"" + dice.pick({"order-confirmed", "shipped", "reset-password", "invoice"}) +
         "\",\"to\":" + quoted(who.email) + ",\"name\":" + quoted(who.name) + ",\"orderId\":\"" +
         orderId(number) + "\",\"locale\":\"" + dice.pick({"de", "en", "zh-CN", "ja"}) +
         "\",\"resetToken\":\"" + dice.hex(20) + "\"}";
}

QByteArray webhookData(Dice &dice, int number) {
  return "{\"url\":\"https://partner.example/hooks/" + dice.hex(6) + "\",\"event\":\"order." +
         dice.pick({"paid", "shipped", "refunded"}) + "\",\"headers\":{\"x-api-key\":\"" + dice.hex(32) +
         "\"},\"body\":{\"orderId\":\"" + orderId(number) + "\",\"total\":" + dice.money() + "}}";
}

QByteArray stockData(Dice &dice) {
  return "{\"sku\":\"" + sku(dice) + "\",\"warehouse\":\"" + dice.pick({"DUS-1", "HGH-2", "LEJ-4"}) +
         "\",\"delta\":" + number(dice.below(40) - 20) + ",\"weightKg\":" + number(dice.below(30)) + ".50}";
}

QByteArray imageData(Dice &dice, int number) {
  return "{\"asset\":\"s3://media/products/" + QByteArray::number(number) +
         ".jpg\",\"sizes\":[64,256,1024],\"sha256\":\"" + dice.hex(64) + "\"}";
}

QByteArray catalogueData(Dice &dice) {
  QByteArray out("{\"supplier\":\"北方贸易 GmbH\",\"importId\":123456789012345678901234567890,\"rows\":[");
  out.reserve(CatalogueBytes + 1000);
  while (out.size() < CatalogueBytes)
    out += "{\"sku\":\"" + sku(dice) + "\",\"title\":\"" +
           dice.pick({"Ceramic mug 马克杯", "Bamboo lamp", "Wool scarf 🧣", "Steel bottle 1.0 l"}) +
           "\",\"price\":" + dice.money() + ",\"stock\":" + number(dice.below(500)) + "},";
  out.chop(1);
  return out + "],\"checksum\":\"" + dice.hex(32) + "\"}";
}

QByteArray scanData(Dice &dice) {
  return "{\"file\":\"invoice.pdf\",\"uploadedBy\":" + number(80'000 + dice.below(9000)) + ",\"content\":\"" +
         dice.hex(64).repeated(1'000'000 / 64) + "\",\"encoding\":\"hex\"}";
}

} // namespace oxp::demo

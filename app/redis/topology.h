// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "redis/endpoint.h"

#include <memory>

namespace oxp {

/// Which server a queue lives on. All keys of a queue share one place, so its base (`<prefix>:<name>`)
/// decides. Sentinel and Cluster are further implementations.
class Topology {
public:
  virtual ~Topology() = default;
  virtual Endpoint endpointFor(const QByteArray &queueBase) const = 0;
};

/// One server for everything.
class StandaloneTopology final : public Topology {
public:
  explicit StandaloneTopology(Endpoint endpoint)
      : m_endpoint(std::move(endpoint)) {}
  Endpoint endpointFor(const QByteArray &) const override { return m_endpoint; }

private:
  Endpoint m_endpoint;
};

} // namespace oxp

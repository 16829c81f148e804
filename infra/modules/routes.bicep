// What the door does with a request: to the app or to storage, kept or not, refused or not.
param name string
param profileName string
param appHost string
param blobHost string

@allowed(['Standard_AzureFrontDoor', 'Premium_AzureFrontDoor'])
param sku string

@description('Views that one address may report a minute.')
param viewsPerMinute int

var compressed = [
  'application/atom+xml'
  'application/feed+json'
  'application/javascript'
  'application/json'
  'application/problem+json'
  'application/rss+xml'
  'application/xml'
  'image/svg+xml'
  'text/css'
  'text/html'
  'text/plain'
]

resource profile 'Microsoft.Cdn/profiles@2024-09-01' existing = {
  name: profileName
}

resource endpoint 'Microsoft.Cdn/profiles/afdEndpoints@2024-09-01' existing = {
  parent: profile
  name: name
}

resource app 'Microsoft.Cdn/profiles/originGroups@2024-09-01' = {
  parent: profile
  name: 'app'
  properties: {
    loadBalancingSettings: { sampleSize: 4, successfulSamplesRequired: 3, additionalLatencyInMilliseconds: 50 }
    healthProbeSettings: {
      probePath: '/health/live'
      probeProtocol: 'Https'
      probeRequestType: 'HEAD'
      probeIntervalInSeconds: 120
    }
    sessionAffinityState: 'Disabled'
  }
}

resource appOrigin 'Microsoft.Cdn/profiles/originGroups/origins@2024-09-01' = {
  parent: app
  name: 'app'
  properties: {
    hostName: appHost
    originHostHeader: appHost
    httpsPort: 443
    enforceCertificateNameCheck: true
    enabledState: 'Enabled'
  }
}

resource media 'Microsoft.Cdn/profiles/originGroups@2024-09-01' = {
  parent: profile
  name: 'media'
  properties: {
    loadBalancingSettings: { sampleSize: 4, successfulSamplesRequired: 3, additionalLatencyInMilliseconds: 50 }
    sessionAffinityState: 'Disabled'
  }
}

resource mediaOrigin 'Microsoft.Cdn/profiles/originGroups/origins@2024-09-01' = {
  parent: media
  name: 'media'
  properties: {
    hostName: blobHost
    originHostHeader: blobHost
    httpsPort: 443
    enforceCertificateNameCheck: true
    enabledState: 'Enabled'
  }
}

resource rules 'Microsoft.Cdn/profiles/ruleSets@2024-09-01' = {
  parent: profile
  name: 'headers'
}

resource everyAnswer 'Microsoft.Cdn/profiles/ruleSets/rules@2024-09-01' = {
  parent: rules
  name: 'everyAnswer'
  properties: {
    order: 1
    matchProcessingBehavior: 'Continue'
    actions: [
      {
        name: 'ModifyResponseHeader'
        parameters: {
          typeName: 'DeliveryRuleHeaderActionParameters'
          headerAction: 'Overwrite'
          headerName: 'Strict-Transport-Security'
          value: 'max-age=31536000; includeSubDomains'
        }
      }
      {
        name: 'ModifyResponseHeader'
        parameters: {
          typeName: 'DeliveryRuleHeaderActionParameters'
          headerAction: 'Overwrite'
          headerName: 'X-Content-Type-Options'
          value: 'nosniff'
        }
      }
    ]
  }
}

resource mediaAnswer 'Microsoft.Cdn/profiles/ruleSets/rules@2024-09-01' = {
  parent: rules
  name: 'mediaAnswer'
  properties: {
    order: 2
    matchProcessingBehavior: 'Continue'
    conditions: [
      {
        name: 'UrlPath'
        parameters: {
          typeName: 'DeliveryRuleUrlPathMatchConditionParameters'
          operator: 'BeginsWith'
          matchValues: ['media/']
          transforms: ['Lowercase']
        }
      }
    ]
    actions: [
      {
        name: 'ModifyResponseHeader'
        parameters: {
          typeName: 'DeliveryRuleHeaderActionParameters'
          headerAction: 'Overwrite'
          headerName: 'Access-Control-Allow-Origin'
          value: '*'
        }
      }
    ]
  }
  dependsOn: [everyAnswer]
}

// The most precise pattern wins, whatever the order: what is not kept is named, all else is the app's to decide by Cache-Control.
resource unkept 'Microsoft.Cdn/profiles/afdEndpoints/routes@2024-09-01' = {
  parent: endpoint
  name: 'unkept'
  properties: {
    originGroup: { id: app.id }
    ruleSets: [{ id: rules.id }]
    patternsToMatch: [
      '/api/newsroom/*'
      '/newsroom'
      '/newsroom/*'
      '/previews/*'
      '/api/previews/*'
      '/runtime/*'
      '/health/*'
    ]
    supportedProtocols: ['Http', 'Https']
    httpsRedirect: 'Enabled'
    forwardingProtocol: 'HttpsOnly'
    linkToDefaultDomain: 'Enabled'
    enabledState: 'Enabled'
  }
  dependsOn: [appOrigin, everyAnswer, mediaAnswer]
}

resource kept 'Microsoft.Cdn/profiles/afdEndpoints/routes@2024-09-01' = {
  parent: endpoint
  name: 'kept'
  properties: {
    originGroup: { id: app.id }
    ruleSets: [{ id: rules.id }]
    patternsToMatch: ['/*']
    cacheConfiguration: {
      queryStringCachingBehavior: 'UseQueryString'
      compressionSettings: { isCompressionEnabled: true, contentTypesToCompress: compressed }
    }
    supportedProtocols: ['Http', 'Https']
    httpsRedirect: 'Enabled'
    forwardingProtocol: 'HttpsOnly'
    linkToDefaultDomain: 'Enabled'
    enabledState: 'Enabled'
  }
  dependsOn: [unkept]
}

resource files 'Microsoft.Cdn/profiles/afdEndpoints/routes@2024-09-01' = {
  parent: endpoint
  name: 'media'
  properties: {
    originGroup: { id: media.id }
    ruleSets: [{ id: rules.id }]
    patternsToMatch: ['/media/*']
    cacheConfiguration: { queryStringCachingBehavior: 'IgnoreQueryString' }
    supportedProtocols: ['Http', 'Https']
    httpsRedirect: 'Enabled'
    forwardingProtocol: 'HttpsOnly'
    linkToDefaultDomain: 'Enabled'
    enabledState: 'Enabled'
  }
  dependsOn: [mediaOrigin, kept]
}

resource firewall 'Microsoft.Network/FrontDoorWebApplicationFirewallPolicies@2024-02-01' = {
  name: '${name}firewall'
  location: 'global'
  sku: { name: sku }
  properties: {
    policySettings: {
      enabledState: 'Enabled'
      mode: 'Prevention'
      requestBodyCheck: 'Disabled'
      logScrubbing: {
        state: 'Enabled'
        scrubbingRules: [
          { matchVariable: 'RequestIPAddress', selectorMatchOperator: 'EqualsAny', state: 'Enabled' }
          { matchVariable: 'QueryStringArgNames', selectorMatchOperator: 'EqualsAny', state: 'Enabled' }
        ]
      }
    }
    customRules: {
      rules: [
        {
          // The Functions host's own administration: reached by az alone, never from here.
          name: 'noAdmin'
          priority: 1
          ruleType: 'MatchRule'
          action: 'Block'
          enabledState: 'Enabled'
          matchConditions: [
            {
              matchVariable: 'RequestUri'
              operator: 'RegEx'
              matchValue: ['^https?://[^/]+/admin([/?]|$)']
              transforms: ['Lowercase', 'UrlDecode']
            }
          ]
        }
        {
          name: 'viewsPerAddress'
          priority: 2
          ruleType: 'RateLimitRule'
          action: 'Block'
          enabledState: 'Enabled'
          rateLimitDurationInMinutes: 1
          rateLimitThreshold: viewsPerMinute
          matchConditions: [
            { matchVariable: 'RequestMethod', operator: 'Equal', matchValue: ['POST'] }
            {
              matchVariable: 'RequestUri'
              operator: 'RegEx'
              matchValue: ['/api/articles/[^/]+/views/?([?]|$)']
              transforms: ['Lowercase']
            }
          ]
        }
      ]
    }
    managedRules: sku == 'Premium_AzureFrontDoor'
      ? { managedRuleSets: [{ ruleSetType: 'Microsoft_BotManagerRuleSet', ruleSetVersion: '1.1' }] }
      : { managedRuleSets: [] }
  }
}

resource guard 'Microsoft.Cdn/profiles/securityPolicies@2024-09-01' = {
  parent: profile
  name: 'firewall'
  properties: {
    parameters: {
      type: 'WebApplicationFirewall'
      wafPolicy: { id: firewall.id }
      associations: [{ domains: [{ id: endpoint.id }], patternsToMatch: ['/*'] }]
    }
  }
}

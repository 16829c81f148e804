// The Functions host keeps its keys here, and the app what preview links are signed with.
param name string
param location string
param principalId string
param workspaceId string

@description('What preview links are signed with; empty leaves the one that is there.')
@secure()
param previewSecret string

// The host makes its keys at the first start and renews them when asked to.
var secretsOfficer = 'b86a8fe4-44ce-4948-aee5-eccb2c155cd7'
var previewSecretName = 'preview-secret'

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: take('${name}-${uniqueString(resourceGroup().id)}', 24)
  location: location
  properties: {
    tenantId: subscription().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: 90
    enablePurgeProtection: true
    // For events.bicep, which hands the blob trigger's key to Event Grid without anybody seeing it.
    enabledForTemplateDeployment: true
    publicNetworkAccess: 'Enabled'
    networkAcls: { defaultAction: 'Allow', bypass: 'AzureServices' }
  }
}

resource preview 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = if (!empty(previewSecret)) {
  parent: vault
  name: previewSecretName
  properties: { value: previewSecret, contentType: 'text/plain' }
}

resource access 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, name, secretsOfficer)
  scope: vault
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', secretsOfficer)
  }
}

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'logs'
  scope: vault
  properties: {
    workspaceId: workspaceId
    logs: [{ category: 'AuditEvent', enabled: true }]
  }
}

output name string = vault.name
output uri string = vault.properties.vaultUri
output previewSecretUri string = '${vault.properties.vaultUri}secrets/${previewSecretName}'

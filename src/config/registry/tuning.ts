/**
 * Names that tune the training and leave the model as it is, where no registry says otherwise.
 * A name that is not here counts as structural: only a sure thing may take the light path.
 */
const tuningNames: readonly RegExp[] = [
  /^(?:max_|min_|base_|peak_|init_|initial_)?(?:lr|learning_rate)(?:_|$)/,
  /^(?:weight_decay|momentum|nesterov|beta[12s]?|betas|adam_.*|eps|epsilon|optim(?:izer)?_(?:eps|betas?))$/,
  /^(?:optimizer|optim|scheduler|lr_scheduler.*|warmup(?:_.*)?|decay(?:_.*)?|cooldown_.*)$/,
  /^(?:.*_)?batch_size(?:_.*)?$/,
  /^(?:gradient_.*|grad_.*|max_grad_norm|clip_grad.*|accumulate_grad_.*)$/,
  /^(?:num_(?:train_)?epochs|epochs|max_epochs|max_steps|train_steps|total_steps|num_steps|train_iters)$/,
  /^(?:seed|random_seed|data_seed|shuffle|num_workers|prefetch_factor|pin_memory|dataloader_.*)$/,
  /^(?:.*_)?dropout(?:_.*)?$|^(?:.*_)?pdrop$/,
  /^(?:log|logging|save|eval|evaluation|checkpoint|checkpointing|report_to|wandb|run)(?:_.*)?$/,
  /^(?:output_dir|router_aux_loss_coef|aux_loss_.*|z_loss.*|label_smoothing.*|initializer_range|use_cache|transformers_version)$/,
];

/** Whether a name, the last step of a path, is known to be tuning only. */
export function isTuningName(name: string): boolean {
  return name.length <= 100 && tuningNames.some((pattern) => pattern.test(name));
}
